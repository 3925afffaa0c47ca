// strftime and strptime with random formats, times and texts.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static unsigned long long state = 3;
static unsigned below(unsigned limit)
{
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state >> 33) % limit;
}
#define ONE_OF(list) list[below(sizeof list / sizeof *list)]

static const char *const zones[] = { "UTC", "EST5EDT,M3.2.0,M11.1.0", "CET-1CEST,M3.5.0,M10.5.0/3", "<+0330>-3:30", "XXX12:34:56" };
static const char *const flags[] = { "", "", "", "_", "-", "0", "^", "#", "_-", "^#", "+" };
static const char *const widths[] = { "", "", "", "1", "3", "5", "10", "010" };
static const char *const modifiers[] = { "", "", "", "E", "O" };
static const char letters[] = "aAbBcCdDeFgGhHIjklmMnNpPrRStTuUvVwWxXyYzZ+%fiqEO";
static const char *const read_formats[] = {
    "%a", "%A", "%b", "%B", "%c", "%C", "%d", "%D", "%e", "%F", "%g", "%G", "%H", "%I", "%j", "%k", "%l", "%m", "%M", "%n", "%p", "%P",
    "%r", "%R", "%s", "%S", "%t", "%T", "%u", "%U", "%V", "%w", "%W", "%x", "%X", "%y", "%Y", "%z", "%Z", "%%", "%h", "%Ey", "%EY", "%Od",
    "%Oy", "%5Y", "%-d", "%_H", "%+", "%v", "%f", "%E", "%", "%^a", "%OI", "%Om", "%EC", "%Ec", "%Ex", "%EX", "%Ob", "%Ow",
};
static const char *const inputs[] = {
    "12", "Mon", "january", "PM", "am", " ", "1999", "-0800", "+01:30", "Z", "UTC", "7", "/", ":", "31", "99999", "0", "x",
    "Sun Jan  3 04:05:06 2010", "12/31/99", "366", "\t", "70",
};

static struct tm some_time(void)
{
    struct tm time = { 0 };
    if (below(3)) {
        time_t seconds = (long)below(2000000000) + 10;
        localtime_r(&seconds, &time);
        return time;
    }
    time.tm_year = (int)below(3000) - 1500, time.tm_mon = (int)below(14) - 1, time.tm_mday = (int)below(33), time.tm_hour = below(26);
    time.tm_min = below(61), time.tm_sec = below(62), time.tm_wday = (int)below(9) - 1, time.tm_yday = below(367);
    time.tm_isdst = (int)below(3) - 1, time.tm_gmtoff = (long)below(100000) - 50000, time.tm_zone = below(2) ? "ABC" : NULL;
    return time;
}

static void write_one(const struct tm *time)
{
    char format[80] = "", text[300];
    for (int left = 1 + below(3); left; left--) {
        char one[20];
        sprintf(one, "%%%s%s%s%c", ONE_OF(flags), ONE_OF(widths), ONE_OF(modifiers), letters[below(sizeof letters - 1)]);
        strcat(format, one);
        if (!below(3)) strcat(format, "|");
    }
    size_t size = strftime(text, sizeof text, format, time);
    printf("%s %zu %s\n", format, size, size ? text : "");
}

static void read_one(const struct tm *time)
{
    char format[80] = "", text[300] = "";
    for (int left = 1 + below(3); left; left--) {
        strcat(format, ONE_OF(read_formats));
        if (!below(3)) strcat(format, below(2) ? " " : "/");
    }
    if (below(3)) {
        if (strstr(format, "%s") || !strftime(text, sizeof text, format, time)) *text = 0;
        if (!below(6) && *text) text[below(strlen(text))] = "0 x-9Az"[below(7)];
    } else {
        for (int left = 1 + below(4); left; left--) strcat(text, ONE_OF(inputs));
    }
    struct tm read = { .tm_year = 95, .tm_mon = 4, .tm_mday = 17, .tm_hour = 13, .tm_min = 14, .tm_sec = 15, .tm_wday = 9, .tm_yday = 900,
                       .tm_isdst = 7, .tm_gmtoff = 1 };
    char *end = strptime(text, format, &read);
    printf("%s <- %s: %td", format, text, end ? end - text : -1);
    if (end)
        printf(" %d-%d-%d %d:%d:%d %d %d %d %ld", read.tm_year, read.tm_mon, read.tm_mday, read.tm_hour, read.tm_min, read.tm_sec,
               read.tm_wday, read.tm_yday, read.tm_isdst, read.tm_gmtoff);
    puts("");
}

int main(void)
{
    for (int i = 0; i < 6000; i++) {
        setenv("TZ", ONE_OF(zones), 1);
        tzset();
        struct tm time = some_time();
        write_one(&time);
        read_one(&time);
    }
    return 0;
}
