// getdate fills what a template leaves out from today's date and time
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static struct tm now;

// The answer relative to this moment, which is another in the two runs that are compared.
static void ask(const char *text)
{
    struct tm *date = getdate(text);
    if (!date) {
        printf("%s: error %d\n", text, getdate_err);
        return;
    }
    printf("%s: year %d month %d day %d", text, date->tm_year, date->tm_mon == now.tm_mon,
        date->tm_mday == now.tm_mday);
    printf(" hour %d minute %d dst %d zone %s\n", date->tm_hour == now.tm_hour, date->tm_min == now.tm_min,
        date->tm_isdst, date->tm_zone);
}

static void all(void)
{
    char text[100];
    struct tm *date;
    struct tm fixed;
    const char *given[] = {"2024-02-29 12:34:56", "2023-02-29 12:34:56", "2023-04-31 00:00:00", "1999-12-31 23:59:59",
        "  2001-09-09 01:46:40 \t", "2001-09-09 01:46:40 x", "x", "", "50:00", "1/2/2003", "13/1/2003",
        "Friday Mar 2004"};
    for (int i = 0; i < sizeof given / sizeof *given; i++) {
        memset(&fixed, 0, sizeof fixed);
        int error = getdate_r(given[i], &fixed);
        printf("[%s] %d", given[i], error);
        if (!error && i < 12) {
            printf(" %d-%d-%d day %d %d dst %d", fixed.tm_year, fixed.tm_mon, fixed.tm_mday, fixed.tm_wday,
                fixed.tm_yday, fixed.tm_isdst);
            if (i < 9)
                printf(" %d:%d:%d", fixed.tm_hour, fixed.tm_min, fixed.tm_sec);
        }
        puts("");
    }
    // Every weekday: in so many days from now.
    for (int i = 0; i < 7; i++) {
        time_t later = mktime(&(struct tm){.tm_year = now.tm_year, .tm_mon = now.tm_mon, .tm_mday = now.tm_mday + i,
            .tm_hour = 12});
        strftime(text, sizeof text, "%A", localtime(&later));
        date = getdate(text);
        printf("weekday in %d days: %d\n", i, date ? (int)((timegm(&(struct tm){.tm_year = date->tm_year,
            .tm_mon = date->tm_mon, .tm_mday = date->tm_mday})
            - timegm(&(struct tm){.tm_year = now.tm_year, .tm_mon = now.tm_mon,
                .tm_mday = now.tm_mday})) / 86400) : -1);
    }
    // Every hour: today or tomorrow.
    for (int hour = 0; hour < 24; hour++) {
        snprintf(text, sizeof text, "%d:30", (now.tm_hour + hour) % 24);
        date = getdate(text);
        printf("in %d hours: %d %d\n", hour, date ? (date->tm_mday != now.tm_mday) == (now.tm_hour + hour >= 24) : -1,
            date ? date->tm_min : -1);
    }
    // Every month: this year or the next.
    for (int month = 0; month < 12; month++) {
        static const char *names[] = {"January", "February", "March", "April", "May", "June", "July", "August",
            "September", "October", "November", "December"};
        int which = (now.tm_mon + month) % 12;
        date = getdate(names[which]);
        printf("in %d months: %d\n", month, date ? date->tm_year - now.tm_year == (now.tm_mon + month >= 12) : -1);
    }
    // Every year of four: this day of it, if it has one.
    if (now.tm_mon != 1 || now.tm_mday != 29)
        ask("year 2007");
}

int main(void)
{
    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    printf("%d", !!getdate("x")), printf(" %d\n", getdate_err);
    FILE *file = fopen("templates", "w");
    fputs("%Y-%m-%d %H:%M:%S\n%H:%M\n%m/%d/%Y\n%A %b %Y\n%b %Y\n%A\n%B\nyear %Y\nday %d", file), fclose(file);
    const char *paths[] = {"", "absent", ".", "templates"};
    for (int i = 0; i < 4; i++)
        setenv("DATEMSK", paths[i], 1), printf("[%s] %d", paths[i], !!getdate("nothing")), printf(" %d\n", getdate_err);
    // Anew where the hour, or the minute it is compared by, changed meanwhile.
    static char kept[20000];
    fflush(stdout);
    for (int again = 1; again;) {
        time_t start = time(NULL);
        now = *localtime(&start);
        FILE *all_of_it = fmemopen(kept, sizeof kept, "w"), *usual = stdout;
        stdout = all_of_it, all(), stdout = usual, fclose(all_of_it);
        time_t end = time(NULL);
        struct tm then = *localtime(&end);
        again = then.tm_min != now.tm_min;
    }
    fputs(kept, stdout);
    return 0;
}
