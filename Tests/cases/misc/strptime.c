// strptime: every conversion, what follows from a date, and texts that do not fit
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
int main(void)
{
    setenv("TZ", "EST5EDT,M3.2.0,M11.1.0", 1);
    tzset();
    static const char *const cases[][2] = {
        { "2023-01-05 03:04:09", "%Y-%m-%d %H:%M:%S" }, { "2024-02-29", "%F" }, { "2024-12-31", "%F" }, { "1969-07-20", "%Y-%m-%d" },
        { "2000-03-01", "%F" }, { "1900-03-01", "%F" }, { "12:30 pm", "%I:%M %p" }, { "12:30 AM", "%I:%M %p" }, { "07:15:30 PM", "%r" },
        { "Thu Jan  5 03:04:09 2023", "%c" }, { "Thursday January 5", "%A %B %d" }, { "thu jan", "%a %b" }, { "01/05/23", "%D" },
        { "68", "%y" }, { "69", "%y" }, { "19 99", "%C %y" }, { "20", "%C" }, { "99 20", "%y %C" }, { "2023 100", "%Y %j" }, { "2024 366", "%Y %j" },
        { "1700000000", "%s" }, { "+0530", "%z" }, { "-05:30", "%z" }, { "Z", "%z" }, { "+05", "%z" }, { "+5", "%z" }, { "UTC rest", "%Z" },
        { " 7", "%k" }, { "11 PM", "%l %p" }, { "5", "%u" }, { "7", "%u" }, { "0", "%w" }, { "2023 10 3", "%Y %U %w" }, { "2023 10 3", "%Y %W %w" },
        { "2023 12", "%G %V" }, { "100%", "100%%" }, { "a   b", "a b" }, { "ab", "a b" }, { "  5", "%d" }, { "5x", "%dx" }, { "32", "%d" },
        { "13", "%m" }, { "24", "%H" }, { "61", "%S" }, { "62", "%S" }, { "60", "%M" }, { "", "%Y" }, { "xyz", "%a" }, { "2023", "%Y%q" },
        { "12/2023", "%m/%Y" }, { "5 2023", "%d %Y" }, { "20230105", "%Y%m%d" }, { "030409", "%H%M%S" }, { "2023-1-5", "%-Y-%_m-%-d" },
        { "Sunday", "%A" }, { "Sun", "%A" }, { "may", "%B" }, { "MAY 3", "%h %e" }, { "3:4:5", "%T" }, { "3:4", "%R" }, { "12345", "%Y" },
        { "2023 5", "%EY %Od" }, { "1\t2", "%H%n%M" }, { "PM 03", "%p %I" }, { "13 PM", "%H %p" } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tm t;
        memset(&t, 0, sizeof t);
        t.tm_wday = t.tm_yday = 99;
        char *end = strptime(cases[i][0], cases[i][1], &t);
        if (!end) {
            printf("%s | %s: NULL\n", cases[i][0], cases[i][1]);
            continue;
        }
        printf("%s | %s: [%s] %d-%d-%d %d:%d:%d w%d y%d d%d z%ld\n", cases[i][0], cases[i][1], end, t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour,
               t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t.tm_isdst, t.tm_gmtoff);
    }
    return 0;
}
