// mktime, tzname and strftime's %Z where a zone has no summer time and where it has; times that say it is summer.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(void)
{
    const char *zones[] = { "UTC", "XXX3", "<+0330>-3:30", "CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0" };
    for (int zone = 0; zone < 5; zone++) {
        setenv("TZ", zones[zone], 1);
        tzset();
        printf("%s %s %ld %d\n", tzname[0], tzname[1], timezone, daylight != 0);
        for (int summer = -1; summer < 2; summer++)
            for (int month = 0; month < 12; month += 6)
                for (int year = 70; year < 200; year += 50) {
                    struct tm time = { .tm_year = year, .tm_mon = month, .tm_mday = 15, .tm_hour = 12, .tm_isdst = summer };
                    char text[80];
                    long result = mktime(&time);
                    strftime(text, sizeof text, "%c %Z %z %s", &time);
                    printf("%d: %ld %d %s\n", summer, result, time.tm_isdst, text);
                    time.tm_zone = NULL;
                    time.tm_isdst = summer;
                    strftime(text, sizeof text, "[%Z]", &time);
                    puts(text);
                }
    }
    return 0;
}
