// <time.h>: what musl's calendar functions answer otherwise. In C because the results stand in memory of musl's own.
#include "next.h"
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

// musl stops the program for a year of five digits; glibc writes it where there is room.
static char *in_words(const struct tm *tm, char *to, size_t size)
{
    static const char days[] = "SunMonTueWedThuFriSat", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (!tm) {
        errno = EINVAL;
        return NULL;
    }
    if (tm->tm_year > INT_MAX - 1900) {
        errno = EOVERFLOW;
        return NULL;
    }
    int length = snprintf(to, size, "%.3s %.3s%3d %.2d:%.2d:%.2d %d\n", tm->tm_wday < 0 || tm->tm_wday > 6 ? "???" : days + 3 * tm->tm_wday,
                          tm->tm_mon < 0 || tm->tm_mon > 11 ? "???" : months + 3 * tm->tm_mon, tm->tm_mday, tm->tm_hour, tm->tm_min, tm->tm_sec,
                          1900 + tm->tm_year);
    if (length < 0 || (size_t)length >= size) {
        errno = EOVERFLOW;
        return NULL;
    }
    return to;
}

/// Of 26 bytes, as POSIX has it. Source: asctime(3).
char *asctime_r(const struct tm *restrict tm, char *restrict to) { return in_words(tm, to, 26); }

char *asctime(const struct tm *tm)
{
    static char text[114];
    return in_words(tm, text, sizeof text);
}

char *ctime(const time_t *time)
{
    struct tm *tm = localtime(time);
    return tm ? asctime(tm) : NULL;
}

char *ctime_r(const time_t *time, char *to)
{
    struct tm tm, *result = localtime_r(time, &tm);
    return result ? asctime_r(result, to) : NULL;
}

/// ESRCH for a process that is not there. Source: clock_getcpuclockid(3).
int clock_getcpuclockid(pid_t process, clockid_t *clock)
{
    int result = NEXT(clock_getcpuclockid)(process, clock);
    return result == EINVAL ? ESRCH : result;
}
