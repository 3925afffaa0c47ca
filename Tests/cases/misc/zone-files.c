// Zone files: old and new format, a footer, leap seconds, what is broken; TZDIR; a file that changes; who looks at TZ again
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static unsigned char file[4096];
static int length;
static void number(long value, int bytes)
{
    for (int shift = 8 * bytes - 8; shift >= 0; shift -= 8)
        file[length++] = value >> shift;
}
/// One half of a file: `width` bytes a time.
static void half(int version, int width, int transitions, int kinds, int leaps, int letters)
{
    memcpy(file + length, "TZif", 4), length += 4;
    file[length++] = version;
    length += 15;
    number(0, 4), number(0, 4), number(leaps, 4), number(transitions, 4), number(kinds, 4), number(letters, 4);
    for (int i = 0; i < transitions; i++)
        number(100000000L * (i + 1), width);
    for (int i = 0; i < transitions; i++)
        file[length++] = (i + 1) % 3;
    number(3600, 4), number(0, 1), number(0, 1);
    number(7200, 4), number(1, 1), number(4, 1);
    number(-5400, 4), number(0, 1), number(8, 1);
    memcpy(file + length, "ONE\0TWO\0SIX\0", 12), length += 12;
    for (int i = 0; i < leaps; i++)
        number(200000000L + (i > 2 ? i - 2 : i * 10000000L), width), number(i + 1, 4);
}
static void write_file(const char *name, const char *footer, int cut)
{
    FILE *out = fopen(name, "w");
    fwrite(file, 1, length - cut, out);
    fputs(footer, out);
    fclose(out);
    length = 0;
    memset(file, 0, sizeof file);
}
static void show(const char *zone)
{
    setenv("TZ", zone, 1);
    tzset();
    printf("%s: [%s][%s] %ld %d\n", zone, tzname[0], tzname[1], timezone, daylight);
    static const long times[] = { -5000000000, -1, 99999999, 100000000, 200000000, 200000001, 200000002, 200000003, 210000000, 210000001, 210000002,
                                  220000002, 300000000, 499999999, 500000000, 1000000000, 1700000000, 3000000000, 10000000000 };
    for (unsigned i = 0; i < sizeof times / sizeof *times; i++) {
        struct tm *shown = localtime(&times[i]);
        char date[100];
        strftime(date, sizeof date, "%F %T %Z %z", shown);
        printf(" %s [%s][%s] %ld %d", date, tzname[0], tzname[1], timezone, daylight);
        long found = mktime(shown);
        shown = gmtime(&times[i]);
        printf(" %ld %d:%d:%d %ld\n", found, shown->tm_hour, shown->tm_min, shown->tm_sec, timegm(shown));
    }
}

int main(void)
{
    char folder[100], path[200];
    getcwd(folder, sizeof folder);
    setenv("TZDIR", folder, 1);
    half(0, 4, 5, 3, 0, 12), write_file("Old", "", 0), show("Old");
    half('2', 4, 5, 3, 0, 12), half('2', 8, 5, 3, 0, 12), write_file("Footer", "\nABC-3DEF,M3.5.0,M10.5.0\n", 0), show("Footer");
    half('2', 4, 5, 3, 0, 12), half('2', 8, 5, 3, 0, 12), write_file("Nothing", "\n\n", 0), show("Nothing");
    half('2', 4, 0, 3, 0, 12), half('2', 8, 0, 3, 0, 12), write_file("Still", "\nABC-3DEF,M3.5.0,M10.5.0\n", 0), show("Still");
    half('2', 4, 5, 3, 6, 12), half('2', 8, 5, 3, 6, 12), write_file("Leap", "\nABC-3\n", 0), show("Leap");
    half('2', 4, 5, 3, 0, 12), write_file("Half", "", 0), show("Half");
    half(0, 4, 5, 3, 0, 12), write_file("Cut", "", 3), show("Cut");
    half(0, 4, 5, 3, 0, 12), file[44 + 20] = 3, write_file("Kind", "", 0), show("Kind");
    half(0, 4, 5, 3, 0, 12), file[44 + 25 + 5] = 13, write_file("Letter", "", 0), show("Letter");
    half(0, 4, 5, 3, 0, 12), file[44 + 25 + 4] = 2, write_file("Summer", "", 0), show("Summer");
    half(0, 4, 5, 3, 0, 12), file[32] = 0x7f, write_file("Many", "", 0), show("Many");
    half(0, 4, 5, 3, 0, 12), file[0] = 'X', write_file("Magic", "", 0), show("Magic");
    write_file("Empty", "", 0), show("Empty");
    mkdir("Folder", 0777), show("Folder");
    snprintf(path, sizeof path, "%s/Footer", folder), show(path);
    snprintf(path, sizeof path, ":%s/Footer", folder), show(path);
    setenv("TZDIR", "", 1), show("Footer");
    setenv("TZDIR", "/nonexistent", 1), show("Footer");

    // localtime_r and gmtime_r do not look at TZ again, localtime, mktime and strftime's %Z do or not as here.
    long time = 1000000000;
    struct tm kept;
    char text[100];
    setenv("TZ", "AAA1", 1), tzset(), setenv("TZ", "BBB2", 1);
    localtime_r(&time, &kept), strftime(text, sizeof text, "%T %Z", &kept), printf("%s %s %ld\n", text, tzname[0], timezone);
    localtime_r(&time, &kept), printf("%d %s\n", kept.tm_hour, kept.tm_zone);
    strftime(text, sizeof text, "%T %Z", localtime(&time)), printf("%s %s %ld\n", text, tzname[0], timezone);
    setenv("TZ", "CCC3", 1), printf("%ld %s\n", mktime(&kept), tzname[0]);
    printf("%d\n", localtime(&time) == gmtime(&time));
    time = 1L << 60;
    errno = 0, printf("%p %d\n", (void *)localtime(&time), errno);
    errno = 0, printf("%p %d\n", (void *)gmtime_r(&time, &kept), errno);
    kept = (struct tm){ .tm_year = 0x7fffffff, .tm_mon = 0x7fffffff, .tm_mday = 5 };
    errno = 0;
    long found = mktime(&kept);
    printf("%ld %d %d %d\n", found, errno, kept.tm_year, kept.tm_mday);
    return 0;
}
