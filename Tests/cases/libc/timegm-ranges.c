// timegm with members beyond their ranges, at the limits of years, with and without leap seconds, and strptime's readings
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void say(const struct tm *tm, long time)
{
    printf("%ld: %d-%d-%d %d:%d:%d %d %d %d %ld %s\n", time, tm->tm_year, tm->tm_mon, tm->tm_mday, tm->tm_hour, tm->tm_min, tm->tm_sec, tm->tm_wday, tm->tm_yday,
           tm->tm_isdst, tm->tm_gmtoff, tm->tm_zone ? tm->tm_zone : "none");
}

static void from(int year, int month, int day, int hour, int minute, int second)
{
    struct tm tm = { .tm_year = year, .tm_mon = month, .tm_mday = day, .tm_hour = hour, .tm_min = minute, .tm_sec = second, .tm_isdst = 1, .tm_wday = 9, .tm_yday = 9 };
    errno = 0;
    long time = timegm(&tm);
    if (time == -1 && errno) printf("errno %d ", errno);
    say(&tm, time);
}

int main(void)
{
    static const char *const zones[] = { "UTC", "Europe/Berlin", "right/Europe/Berlin" };
    for (int zone = 0; zone < 3; zone++) {
        setenv("TZ", zones[zone], 1);
        tzset();
        from(70, 0, 1, 0, 0, 0), from(69, 11, 31, 23, 59, 59), from(100, 1, 29, 12, 0, 0), from(101, 1, 29, 12, 0, 0), from(0, 0, 0, 0, 0, 0);
        from(124, 25, 400, 99, -99, 3599), from(124, -25, -400, -99, 99, -3599), from(116, 11, 31, 23, 59, 60), from(117, 0, 1, 0, 0, -1);
        from(INT_MAX, 11, 31, 23, 59, 59), from(INT_MAX, 12, 1, 0, 0, 0), from(INT_MIN, 0, 1, 0, 0, 0), from(INT_MIN, 0, 0, 0, 0, 0);
        from(INT_MAX, INT_MIN, INT_MAX, INT_MIN, INT_MAX, INT_MIN), from(0, INT_MAX, INT_MIN, INT_MAX, INT_MIN, INT_MAX), from(-5000, 3, 3, 3, 3, 3);
    }
    static const char *const readings[][2] = { { "2024-03-05 12:34:56", "%Y-%m-%d %H:%M:%S" }, { "5 Mar 24", "%d %b %y" }, { "12:61", "%H:%M" }, { " 7", "%H" },
        { "1709642096 x", "%s" }, { "Tuesday, 05-March-2024 1:2:3 PM", "%A, %d-%B-%Y %I:%M:%S %p" }, { "2024 065", "%Y %j" }, { "99999", "%Y" }, { "-5", "%d" },
        { "20 24", "%C %y" }, { "2024-10 3", "%Y-%U %w" }, { "12:34 +0130", "%R %z" }, { "031", "%e" }, { "2024-02-30", "%F" } };
    setenv("TZ", "UTC", 1);
    tzset();
    for (unsigned i = 0; i < sizeof readings / sizeof *readings; i++) {
        struct tm tm;
        memset(&tm, 0, sizeof tm);
        const char *end = strptime(readings[i][0], readings[i][1], &tm);
        printf("%s [%s] ", readings[i][1], end ? end : "no");
        if (end) say(&tm, 0); else printf("\n");
    }
    return 0;
}
