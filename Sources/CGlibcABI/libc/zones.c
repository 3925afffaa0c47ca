// <time.h>: where a zone without summer time behaves otherwise on glibc. Its second name is its first, which musl
// leaves empty, and mktime takes a time that says it is summer time to be one hour ahead. And a time that is skipped.
#include <time.h>
#include "next.h"

static void name_summer(void)
{
    if (tzname[1] && !*tzname[1]) tzname[1] = tzname[0];
}

/// tzset(3).
void tzset(void)
{
    NEXT(tzset)();
    name_summer();
}

/// localtime(3).
struct tm *localtime(const time_t *time)
{
    struct tm *result = NEXT(localtime)(time);
    name_summer();
    return result;
}

/// localtime_r(3).
struct tm *localtime_r(const time_t *restrict time, struct tm *restrict result)
{
    result = NEXT(localtime_r)(time, result);
    name_summer();
    return result;
}

/// Of a time that no clock shows, because the clocks are put forward over it, musl may give the time before: the later
/// of the two is meant, or the one in summer time where only one is.
static time_t beyond_gap(struct tm asked, time_t result, struct tm *time)
{
    time_t shown = timegm(&asked), missing = shown - (result + time->tm_gmtoff);
    if (missing == 0)
        return result;
    time_t other = result + missing;
    struct tm there;
    if (!localtime_r(&other, &there))
        return result;
    int other_is_summer = there.tm_isdst > 0, this_is_summer = time->tm_isdst > 0;
    if (other_is_summer == this_is_summer ? missing < 0 : this_is_summer)
        return result;
    *time = there;
    return other;
}

/// mktime(3).
time_t mktime(struct tm *time)
{
    struct tm asked = *time, plain = *time;
    time_t result = NEXT(mktime)(time);
    name_summer();
    if (result == -1)
        return result;
    if (asked.tm_isdst < 0)
        return beyond_gap(asked, result, time);
    if (asked.tm_isdst == 0 || time->tm_isdst != 0)
        return result;
    // In a zone with summer time musl has moved the time itself.
    plain.tm_isdst = -1;
    if (mktime(&plain) != result)
        return result;
    result -= 3600;
    return localtime_r(&result, time) ? result : -1;
}
