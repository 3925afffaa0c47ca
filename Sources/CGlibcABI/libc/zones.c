// <time.h>: where a zone without summer time behaves otherwise on glibc. Its second name is its first, which musl leaves empty, and
// mktime takes a time that says it is summer time to be one hour ahead.
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

/// mktime(3).
time_t mktime(struct tm *time)
{
    struct tm asked = *time;
    time_t result = NEXT(mktime)(time);
    name_summer();
    if (asked.tm_isdst <= 0 || time->tm_isdst != 0 || result == -1) return result;
    // In a zone with summer time musl has moved the time itself.
    asked.tm_isdst = -1;
    if (NEXT(mktime)(&asked) != result) return result;
    result -= 3600;
    return localtime_r(&result, time) ? result : -1;
}
