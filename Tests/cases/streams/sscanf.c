// sscanf assigns what glibc assigns, from texts that fit a format and from texts that do so in part
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const char *const texts[] = {
    "123 4.5e3 word", "12", "-7 x", " +8,9", "", " ", "abc", "1.5", "0x1f 2", "ff", "-ff", "99999999999", "-2147483649", "123456789012345", "1234567890123456", "12e", "1e5x", "1.5.5",
    "inf", "0x", "a b c", "key=value; 12%", "12:34:56", "2020-01-02T03:04:05Z", "1,2,3", "-", "+", "1 -", ".5", "-.5e1 3", "\t\n7\v8", "007 010", "1e400 2", "300 70000", "%5",
};
static const char *const formats[] = {
    "%d %lf %15s", "%d", "%d%n", "%u,%u", "%x %x", "%s %s", "%3s%c", "%c%c%c", "%*d %s", "%ld %ld", "%hd %hhd", "%f%s", "%Lf %d", "%[a-z]=%[^;]", "%d:%d:%d",
    "%4d-%2d-%2dT%d", "%i %i", "%d,%d,%d", "%lf%n", "%5c", "%d%%", "%lld %n%s", "%zu", "%p", "%*s%n%d", "%g %g", "x%d", " %c", "key=%s", "%%%d", "%*c%d", "%lx", "%X%n", "%hhu",
};

int main(void)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t k = 0; k < sizeof formats / sizeof *formats; k++) {
            union { unsigned char bytes[64]; long double align; } room[4];
            memset(room, 0xaa, sizeof room);
            if (!strncmp(formats[k], "%Lf", 3)) // its last bytes are nobody's
                memset(room, 0, 16);
            int result = sscanf(texts[i], formats[k], room, room + 1, room + 2, room + 3);
            uint64_t sum = 14695981039346656037u;
            for (size_t b = 0; b < sizeof room; b++)
                if (strncmp(formats[k], "%Lf", 3) || b < 10 || b >= 16)
                    sum = (sum ^ ((unsigned char *)room)[b]) * 1099511628211u;
            printf("%zu %zu %d %016llx\n", i, k, result, (unsigned long long)sum);
        }
    return 0;
}
