// mktime around the change to and from summer time: a time that is skipped is the later of the two that could be meant
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(void)
{
    const char *zones[] = {"CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0", "LHST-10:30LHDT-11,M10.1.0,M4.1.0",
        "<-03>3<-02>,M3.5.0/-2,M10.5.0/-1",
                           "NZST-12NZDT,M9.5.0,M4.1.0/3", "WXY4ZZZ2,J60/1,J300/3", "UTC"};
    for (int zone = 0; zone < 7; zone++) {
        setenv("TZ", zones[zone], 1), tzset();
        unsigned long sums[3] = {0}, count = 0;
        for (long day = 0; day < 365 * 40L; day++) {
            time_t before = day * 86400 - 86400, after = before + 3 * 86400, start = day * 86400;
            struct tm at, date;
            long offset = localtime_r(&before, &at)->tm_gmtoff;
            if (localtime_r(&after, &at)->tm_gmtoff == offset)
                continue;
            gmtime_r(&start, &date);
            for (int minute = 0; minute < 24 * 60; minute += 15)
                for (int summer = -1; summer < 2; summer++) {
                    struct tm asked = date;
                    asked.tm_hour = 0, asked.tm_min = minute, asked.tm_isdst = summer;
                    long result = mktime(&asked);
                    unsigned long *sum = &sums[summer + 1];
                    *sum = *sum * 31 + result + 7 * asked.tm_isdst + 3 * asked.tm_min + 5 * asked.tm_hour;
                    if (++count % 997 == 0 || (date.tm_year == 90 && minute % 60 == 30 && minute < 200))
                        printf("%s %d-%d-%d %d, %d: %ld %d:%d %d %s\n", zones[zone], date.tm_year, date.tm_mon,
                            date.tm_mday, minute, summer, result,
                               asked.tm_hour, asked.tm_min, asked.tm_isdst, asked.tm_zone);
                }
        }
        printf("%s: %lu times %lx %lx %lx\n", zones[zone], count, sums[0], sums[1], sums[2]);
    }
    return 0;
}
