// TZ in every form that tzset(3) names and in broken ones: names, offsets, rules, what comes of what cannot be read
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static unsigned long hash(unsigned long sum, const char *text)
{
    while (*text)
        sum = sum * 1099511628211UL + (unsigned char)*text++;
    return sum;
}

int main(void)
{
    static const char *const texts[] = {
        "", ":", ":UTC", "UTC", "UTC0", "GMT+3", "XYZ", "XYZ3", "Foo/Bar", "/nonexistent", ":/nonexistent", "../zoneinfo/Europe/Paris",
        "/usr/share/zoneinfo/Asia/Kathmandu", "Europe/Dublin", "Australia/Lord_Howe", "Africa/Casablanca", "America/Nuuk", "Antarctica/Troll",
        "Africa/Tripoli", "EST5EDT", "right/Europe/Paris", "posixrules", "<+03>-3", "<+0330>-3:30:15", "<ab>3", "<abc", "AB3", "ABC+", "ABC+-5",
        "ABC 5", "ABC-24:59:59", "ABC-30:99:99", "ABC5:DEF", "ABC5DE", "ABC5DEF,", "ABC5DEF", "ABC5DEF4", "ABC5DEF4,M3.2.0", "ABC5,M3.2.0,M11.1.0",
        "ABC5DEF,J60,J300", "ABC5DEF,59,299/3:4:5", "ABC5DEF,J0,J5", "ABC5DEF,366,10", "ABC5DEF,M4.5.0/", "ABC-10DEF,M10.1.0,M4.1.0/3",
        "<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "IST-1GMT0,M10.5.0,M3.5.0/1", "XXX3YYY,M1.1.0/167,M12.5.6/-167",
        "CET-1CEST,M3.5.0,M10.5.0/3", "ABC3DEF,M3.2.0/70000,M10.1.0", "ABC5DEF,M3.2.0 ,M11.1.0" };
    for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++) {
        char date[100], line[300];
        unsigned long sum = 0;
        setenv("TZ", texts[i], 1);
        tzset();
        printf("%s: [%s][%s] %ld %d\n", texts[i], tzname[0], tzname[1], timezone, daylight);
        // To 2037: there ends the file that TZ without rules is answered from.
        for (long time = -5000000000; time < 2114000000; time += 4523123) {
            struct tm *shown = localtime(&time), kept = *shown;
            strftime(date, sizeof date, "%F %T %Z %z %a %j", shown);
            snprintf(line, sizeof line, "%ld %s %d [%s][%s] %ld %d", time, date, kept.tm_isdst, tzname[0], tzname[1], timezone, daylight);
            sum = hash(sum, line);
            if (time % 199 == 0)
                puts(line);
            for (int summer = -1; summer < 2; summer++) {
                struct tm asked = kept;
                asked.tm_isdst = summer, asked.tm_min += 47 * summer;
                long found = mktime(&asked);
                snprintf(line, sizeof line, " %d: %ld %d %d:%d:%d %s", summer, found, asked.tm_isdst, asked.tm_hour, asked.tm_min, asked.tm_sec,
                         asked.tm_zone);
                sum = hash(sum, line);
                if (time % 199 == 0)
                    puts(line);
            }
        }
        printf("%lx\n", sum);
    }
    return 0;
}
