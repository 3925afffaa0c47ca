// Zone files that mean no good: times at the ends of 64 bits under TZ without rules
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static unsigned char file[4096];
static int length;
static void number(unsigned long value, int bytes)
{
    for (int shift = 8 * bytes - 8; shift >= 0; shift -= 8)
        file[length++] = value >> shift;
}
static void half(int width, int transitions, const long *times)
{
    memcpy(file + length, "TZif2", 5), length += 20;
    number(0, 4), number(0, 4), number(0, 4), number(transitions, 4), number(2, 4), number(8, 4);
    for (int i = 0; i < transitions; i++)
        number(times[i], width);
    for (int i = 0; i < transitions; i++)
        file[length++] = i & 1;
    number(0x7fffffff, 4), number(0, 1), number(0, 1);
    number(-0x7fffffffL, 4), number(1, 1), number(4, 1);
    memcpy(file + length, "ONE\0TWO\0", 8), length += 8;
}

int main(void)
{
    char folder[100];
    setenv("TZDIR", getcwd(folder, sizeof folder), 1);
    const long times[] = { -0x7fffffffffffffff - 1, -0x7fffffffffffffff, 0, 1000, 0x7ffffffffffffffe, 0x7fffffffffffffff };
    half(4, 0, times), half(8, 6, times);
    FILE *out = fopen("posixrules", "w");
    fwrite(file, 1, length, out), fputs("\n\n", out);
    fclose(out);
    static const char *const zones[] = { "ABC3DEF", "ABC-24DEF24", "ABC24DEF-24", "posixrules" };
    for (int i = 0; i < 4; i++) {
        setenv("TZ", zones[i], 1);
        tzset();
        // What it says of a time is nobody's business; that it says anything is.
        long time = 1500;
        struct tm *shown = localtime(&time);
        printf("%s %d\n", zones[i], shown != NULL);
        mktime(shown);
    }
    return 0;
}
