// integer conversions with every mixture of flags, widths, precisions and lengths
#include <limits.h>
#include <stdio.h>
#include <string.h>
int main(void)
{
    static const char *const flags[] = { "", "-", "+", " ", "#", "0", "+0", "-0", "#0", "-#", "+ ", "'", "I", "#+-0 '" };
    static const char *const widths[] = { "", "1", "8", "20", ".", ".0", ".1", ".5", "12.7", "3.20", "08.3" };
    static const char convs[] = "diouxXbB";
    static const char *const lengths[] = { "", "hh", "h", "l", "ll", "q", "L", "j", "z", "Z", "t" };
    static const long values[] = { 0, 1, -1, 7, 8, 255, -128, 32768, INT_MAX, INT_MIN, LONG_MAX, LONG_MIN };
    char format[64], out[200];
    for (size_t f = 0; f < sizeof flags / sizeof *flags; f++)
        for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
            for (const char *c = convs; *c; c++)
                for (size_t l = 0; l < sizeof lengths / sizeof *lengths; l++) {
                    snprintf(format, sizeof format, "%%%s%s%s%c", flags[f], widths[w], lengths[l], *c);
                    unsigned hash = 0;
                    int total = 0;
                    for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
                        int n = l < 3 ? snprintf(out, sizeof out, format, (int)values[v]) : snprintf(out, sizeof out, format, values[v]);
                        total += n;
                        for (char *p = out; *p; p++)
                            hash = hash * 31 + (unsigned char)*p;
                    }
                    printf("%s %d %08x|%s\n", format, total, hash, out);
                }
    return 0;
}
