// Local time at many moments of one zone in every order: near each other, far from each other, over every change, with the names
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static unsigned long sum;
static void add(const void *data, size_t size) { for (size_t i = 0; i < size; i++) sum = (sum ^ ((const unsigned char *)data)[i]) * 1099511628211ul; }

static void look(time_t time, struct tm *(*function)(const time_t *, struct tm *))
{
    struct tm tm;
    memset(&tm, 0, sizeof tm);
    errno = 0;
    if (!function(&time, &tm)) { add(&errno, sizeof errno); return; }
    int numbers[] = { tm.tm_sec, tm.tm_min, tm.tm_hour, tm.tm_mday, tm.tm_mon, tm.tm_year, tm.tm_wday, tm.tm_yday, tm.tm_isdst, (int)tm.tm_gmtoff };
    add(numbers, sizeof numbers);
    add(tm.tm_zone, strlen(tm.tm_zone));
    if (function == localtime_r) add(tzname[0], strlen(tzname[0])), add(tzname[1], strlen(tzname[1]));
}

int main(void)
{
    static const char *const zones[] = { "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Africa/Casablanca", "UTC", "right/Europe/Paris",
                                         "CET-1CEST,M3.5.0,M10.5.0/3", "Australia/Lord_Howe" };
    for (int zone = 0; zone < 8; zone++) {
        setenv("TZ", zones[zone], 1);
        tzset();
        sum = 14695981039346656037ul;
        for (time_t time = -3000000000; time < 6000000000; time += 1234567) look(time, localtime_r);
        printf("%s: by fortnights %lx\n", zones[zone], sum);
        for (time_t time = 6000000000; time > -3000000000; time -= 1234567) look(time, localtime_r);
        printf("  backwards %lx\n", sum);
        for (time_t time = 1711846800 - 7200; time < 1711846800 + 7200; time += 7) look(time, localtime_r), look(time - 15724800, localtime_r);
        for (time_t time = 1729990800 - 7200; time < 1729990800 + 7200; time++) look(time, localtime_r);
        printf("  over changes, in turns %lx\n", sum);
        unsigned state = 1;
        for (int i = 0; i < 20000; i++) {
            state = state * 1664525u + 1013904223u;
            look((time_t)(int)state * (i % 3 ? 1 : 40), localtime_r);
            look((time_t)(int)state * (i % 3 ? 1 : 40), gmtime_r);
        }
        printf("  anywhere %lx\n", sum);
        static const time_t ends[] = { 0, -1, 67767976233532799, 67767976233619200, 67768036191676799, 67768036191763200, -67768040609740800, -67768040609740801,
                                       253402300799, -62135596800, -62135596801, -62167219200, 951782399, 951782400, 951868800, 4107542399, 4107542400 };
        for (unsigned i = 0; i < sizeof ends / sizeof *ends; i++) look(ends[i], gmtime_r), look(ends[i], localtime_r);
        printf("  at the ends %lx\n", sum);
    }
    return 0;
}
