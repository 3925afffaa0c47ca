// strtol and its kin, narrow and wide, give glibc's value, end and errno for every text and base; a text without a number sets no errno
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

static const char *const texts[] = {
    "", " ", "-", "+", "--1", "+-1", "0", "-0", "00", "08", "0x", "0X", "0xg", "0x1g", "-0x1F", "0b", "0b1", "0b12", "0B2", "b1", "x1", "12", "-12", " \t\n\v\f\r+12z", "1a2b3c4d", "zZ", "azAZ09",
    "2147483647", "2147483648", "-2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615",
    "18446744073709551616", "-18446744073709551615", "-18446744073709551616", "99999999999999999999999999999999x", "-99999999999999999999999999999999", "7fffffffffffffff",
    "0xffffffffffffffff", "0x10000000000000000", "1e5", "1.5", "1,000", "\302\2401", "0x7fffffffffffffffzz", "01777777777777777777777", "02000000000000000000000", "{", "@1", "`1", "[1", "0_1",
};
static const int bases[] = {0, 2, 3, 8, 10, 11, 16, 36, 1, -1, 37};


#define SHOW(name, text, kind) \
    { \
        errno = 0; \
        kind *end = NULL; \
        long value = (long)name(text, &end, base); \
        int error = errno; \
        printf(" %ld/%ld/%d", value, end ? (long)(end - text) : -1, error); \
    }

int main(void)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *text = texts[i];
        wchar_t wide[64];
        for (int k = 0; k == 0 || text[k - 1]; k++)
            wide[k] = (unsigned char)text[k];
        for (size_t k = 0; k < sizeof bases / sizeof *bases; k++) {
            int base = bases[k];
            printf("%s %d:", text, base);
            SHOW(strtol, text, char)
            SHOW(strtoul, text, char)
            SHOW(strtoll, text, char)
            SHOW(strtoull, text, char)
            SHOW(strtoimax, text, char)
            SHOW(strtoumax, text, char)
            SHOW(wcstol, wide, wchar_t)
            SHOW(wcstoul, wide, wchar_t)
            puts("");
        }
        errno = 0;
        printf("%d %ld %lld", atoi(text), atol(text), atoll(text));
        printf(" %d\n", errno);
    }
    return 0;
}
