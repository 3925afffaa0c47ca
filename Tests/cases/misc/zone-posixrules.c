// TZ without rules takes the changes of the file posixrules; a zone that is the same file has its own offsets, in any order of the two
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(void)
{
    static const char *const zones[] = { "FOO3BAR", "America/New_York", "FOO3BAR", "posixrules", "FOO5BAR", "America/New_York", "America/New_York",
                                         "FOO3BAR", "UTC", "America/New_York", "FOO3BAR", "FOO3BAR", "BAR3FOO", "/usr/share/zoneinfo/posixrules" };
    for (unsigned i = 0; i < sizeof zones / sizeof *zones; i++) {
        setenv("TZ", zones[i], 1);
        tzset();
        for (long time = 1700000000; time < 1740000000; time += 16000000) {
            struct tm *shown = localtime(&time);
            printf("%s %d:%d %ld %s [%s][%s] %ld %d", zones[i], shown->tm_hour, shown->tm_min, shown->tm_gmtoff, shown->tm_zone, tzname[0],
                   tzname[1], timezone, daylight);
            printf(" %ld\n", mktime(shown));
        }
    }
    return 0;
}
