// Numbers beyond their type: the nearest of 64 bits, then as many bits as the type has.
#include <errno.h>
#include <stdio.h>

static const char *const texts[] = {
    "99999999999999999999", "-99999999999999999999", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
    "18446744073709551615", "18446744073709551616", "-18446744073709551616", "0xfffffffffffffffff", "0xffffffffffffffff",
    "07777777777777777777777777", "1234567890123456", "-1234567890123456 7", "0000000000000000000000012x", "+99999999999999999999",
};

int main(void)
{
    static const char *const formats[] = {"%d%n", "%ld%n", "%lld%n", "%i%n", "%li%n", "%u%n", "%lu%n", "%x%n", "%lx%n", "%hd%n", "%hhd%n",
                                          "%zd%n", "%jd%n", "%td%n", "%p%n"};
    for (size_t f = 0; f < sizeof formats / sizeof *formats; f++)
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
            unsigned long value = 0x5555555555555555;
            int end = -1;
            errno = 0;
            int read = sscanf(texts[t], formats[f], &value, &end), why = errno;
            printf("%s %s: %d %lx %d %d\n", formats[f], texts[t], read, value, end, why);
        }
    return 0;
}
