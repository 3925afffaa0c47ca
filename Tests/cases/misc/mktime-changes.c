// mktime around every change of clocks in zones of all sorts: two times that are shown alike, the one kept in mind deciding; skipped ones; the
// wrong tm_isdst near and far from a change; seconds out of range; the last days there are
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static unsigned long sum, count;
static void make(struct tm asked, int summer, int seconds)
{
    char line[300];
    asked.tm_isdst = summer, asked.tm_sec += seconds;
    errno = 0;
    long found = mktime(&asked);
    snprintf(line, sizeof line, "%ld %d %d-%d-%d %d:%d:%d %d %d %d", found, found == -1 ? errno : 0, asked.tm_year, asked.tm_mon, asked.tm_mday,
             asked.tm_hour, asked.tm_min, asked.tm_sec, asked.tm_isdst, asked.tm_wday, asked.tm_yday);
    for (char *at = line; *at; at++)
        sum = sum * 1099511628211UL + (unsigned char)*at;
    if (++count % 499 == 0)
        puts(line);
}
static void around(long change, long before, long after)
{
    static unsigned order;
    for (int side = 0; side < 2; side++)
        for (long from = -7200; from <= 7200; from += 2171) {
            long wall = change + (side ? after : before) + from;
            struct tm asked, other;
            gmtime_r(&wall, &asked);
            order = order * 1103515245 + 12345;
            for (int i = 0; i < 3; i++)
                make(asked, (int)((order >> 16) + i) % 3 - 1, 0);
            make(asked, (int)(order >> 20) % 3 - 1, (int)(order >> 24) - 128);
            // What is kept in mind is of another season or another age.
            other = asked, other.tm_year += order & 1 << 18 ? 20 : -20, other.tm_mon += order & 1 << 19 ? 6 : 0;
            make(other, -1, 0), make(asked, -1, 0);
        }
    for (int from = -400; from < 400; from += 99) {
        long wall = change + from * 86400L;
        struct tm asked;
        gmtime_r(&wall, &asked);
        for (int summer = -1; summer < 2; summer++)
            make(asked, summer, 0);
    }
}

int main(void)
{
    static const char *const zones[] = { "Africa/Casablanca", "Africa/Monrovia", "Africa/Tripoli", "America/Argentina/San_Luis", "America/Caracas",
        "Antarctica/Troll", "Asia/Gaza", "Asia/Pyongyang", "Australia/Lord_Howe", "Europe/Dublin", "Europe/Lisbon", "Pacific/Apia",
        "right/Europe/Paris", "NYC5NYD", "IST-1GMT0,M10.5.0,M3.5.0/1", "ABC24DEF-1,J60,J62", "QQQ0RRR,0/0,J365/25", "XXX3YYY,M1.1.0/167,M12.5.6/-167",
        "ABC-24:59:59" };
    for (unsigned zone = 0; zone < sizeof zones / sizeof *zones; zone++) {
        struct tm last = { .tm_isdst = -2 };
        sum = 0;
        setenv("TZ", zones[zone], 1);
        tzset();
        for (long time = -2500000000; time < 2114000000; time += 86400) {
            struct tm now, middle;
            localtime_r(&time, &now);
            if (last.tm_isdst != -2 && (now.tm_gmtoff != last.tm_gmtoff || now.tm_isdst != last.tm_isdst)) {
                long low = time - 86400, high = time;
                while (high - low > 1) {
                    long between = (low + high) / 2;
                    localtime_r(&between, &middle);
                    if (middle.tm_gmtoff == last.tm_gmtoff && middle.tm_isdst == last.tm_isdst)
                        low = between;
                    else
                        high = between;
                }
                around(high, last.tm_gmtoff, now.tm_gmtoff);
            }
            last = now;
        }
        printf("%s %lu %lx\n", zones[zone], count, sum);
    }
    // Where summer time is in the last year there is, nobody knows: 2.36 counts its days in an int.
    static const char *const still[] = { "UTC", "ABC5", "<+14>-14", "MST" };
    for (int zone = 0; zone < 4; zone++) {
        setenv("TZ", still[zone], 1);
        for (int summer = -1; summer < 2; summer++)
            for (int hour = -30; hour < 30; hour++) {
                make((struct tm){ .tm_year = -0x7fffffff - 1, .tm_mday = 1, .tm_hour = hour }, summer, 0);
                make((struct tm){ .tm_year = 0x7fffffff, .tm_mon = 11, .tm_mday = 31, .tm_hour = hour }, summer, 0);
            }
        printf("%s %lu %lx\n", still[zone], count, sum);
    }
    return 0;
}
