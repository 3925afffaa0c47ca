// strftime: every conversion with flags, widths and modifiers; unusual times; buffers that are too small
#include <stdio.h>
#include <string.h>
#include <time.h>
int main(void)
{
    setenv("TZ", "UTC", 1);
    tzset();
    struct tm times[] = {
        { .tm_year = 123, .tm_mon = 0, .tm_mday = 5, .tm_hour = 3, .tm_min = 4, .tm_sec = 9, .tm_wday = 4, .tm_yday = 4, .tm_zone = "UTC" },
        { .tm_year = 99, .tm_mon = 11, .tm_mday = 31, .tm_hour = 23, .tm_min = 59, .tm_sec = 60, .tm_wday = 5, .tm_yday = 364,
          .tm_gmtoff = -12600, .tm_zone = "Abc", .tm_isdst = 1 },
        { .tm_year = 8200, .tm_mon = 1, .tm_mday = 29, .tm_hour = 12, .tm_wday = 0, .tm_yday = 59, .tm_gmtoff = 19800, .tm_zone = "IST" },
        { .tm_year = -1801, .tm_mon = 6, .tm_mday = 1, .tm_hour = 0, .tm_wday = 1, .tm_yday = 181, .tm_isdst = -1, .tm_zone = "X" },
        { .tm_year = 70, .tm_mon = 20, .tm_mday = 0, .tm_hour = 13, .tm_wday = 9, .tm_yday = 0, .tm_zone = "" },
    };
    static const char *const flags[] = { "", "_", "-", "0", "^", "#", "5", "_6", "-7", "012", "^#", "12", "E", "O" };
    static const char convs[] = "aAbBcCdDeFgGhHIjklmMnpPrRStTuUVwWxXyYzZs%iJKLNOEQfov";
    char format[20], out[200];
    for (int t = 0; t < 5; t++)
        for (int f = 0; f < 14; f++)
            for (const char *c = convs; *c; c++) {
                if (*c == 's' && t != 0)
                    continue;
                if (*c == 'G' && t == 4 || *c == 'g' && t == 4 || *c == 'V' && t == 4)
                    continue;
                snprintf(format, sizeof format, "%%%s%c", flags[f], *c);
                memset(out, 0, sizeof out);
                size_t n = strftime(out, sizeof out, format, &times[t]);
                printf("%d %s %zu [%s]\n", t, format, n, out);
            }
    static const char *const mixed[] = { "%Y-%m-%d %H:%M:%S", "100%", "%", "%E", "%5", "%_", "", "plain", "%a%%%b", "%10%|%-d|%_H" };
    for (int i = 0; i < 10; i++)
        for (size_t size = 0; size < 24; size += 1 + size / 8) {
            memset(out, '#', sizeof out);
            size_t n = strftime(out, size, mixed[i], &times[0]);
            printf("%s %zu %zu %s\n", mixed[i], size, n, n ? out : "");
        }
    for (int year = 90; year < 130; year++)
        for (int day = 1; day < 8; day++) {
            struct tm tm = { .tm_year = year, .tm_mon = day > 4 ? 11 : 0, .tm_mday = day > 4 ? 24 + day : day };
            timegm(&tm);
            strftime(out, sizeof out, "%G %g %V %U %W %u %j", &tm);
            puts(out);
        }
    return 0;
}
