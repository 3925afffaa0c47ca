// %a: hexadecimal floating point. glibc normalises a double to one leading bit and writes a denormal with a leading 0; of x86's extended
// format it takes the first four bits as the leading digit.
#include "printf.h"
#include <fenv.h>
#include <float.h>
#include <stdlib.h>
#include <string.h>

// Whether the part cut off rounds the rest away from zero, in the rounding mode of the moment.
static int rounds_up(int negative, int last_is_odd, int half, int more)
{
    switch (fegetround()) {
    case FE_UPWARD: return !negative && (half || more);
    case FE_DOWNWARD: return negative && (half || more);
    case FE_TOWARDZERO: return 0;
    default: return half && (more || last_is_odd);
    }
}

// `digits` hexadecimal digits of `fraction` (left-aligned in 64 bits) after the leading digit.
static void split(long double value, int is_long, unsigned *leading, uint64_t *fraction, int *digits, int *exponent)
{
    if (is_long) {
        struct { uint64_t mantissa; uint16_t exponent; } parts;
        memcpy(&parts, &value, 10);
        int biased = parts.exponent & 0x7fff;
        *leading = (unsigned)(parts.mantissa >> 60);
        *fraction = parts.mantissa << 4;
        *digits = 15;
        *exponent = parts.mantissa == 0 ? 0 : biased == 0 ? -(16383 + 2) : biased - (16383 + 3);
    } else {
        double narrow = (double)value;
        uint64_t bits;
        memcpy(&bits, &narrow, sizeof bits);
        int biased = (int)(bits >> 52) & 0x7ff;
        *leading = biased != 0;
        *fraction = bits << 12;
        *digits = 13;
        *exponent = biased == 0 ? *fraction ? -1022 : 0 : biased - 1023;
    }
}

int glibc_compat_printf_hexadecimal(struct printf_number *number, const struct printf_spec *spec, long double value, int is_long)
{
    unsigned leading;
    uint64_t fraction;
    int digits, exponent;
    split(value, is_long, &leading, &fraction, &digits, &exponent);
    if (spec->precision < 0) {
        while (digits > 0 && !(fraction & (UINT64_C(0xf) << (64 - 4 * digits))))
            digits--;
    } else if (spec->precision < digits) {
        int kept = spec->precision;
        uint64_t rest = kept ? fraction << (4 * kept) : fraction;
        fraction = kept ? fraction >> (64 - 4 * kept) : 0;
        int odd = (kept ? (int)fraction : (int)leading) & 1;
        if (rounds_up(number->sign == '-', odd, rest >> 63 != 0, (rest << 1) != 0)) {
            fraction++;
            if (kept == 0 || fraction >> (4 * kept)) {
                fraction = 0;
                if (++leading > 15) {
                    leading = 1;
                    exponent += 4;
                }
            }
        }
        fraction = kept ? fraction << (64 - 4 * kept) : 0;
        digits = kept;
    }
    int is_upper = spec->conversion == 'A';
    const char *letters = is_upper ? "0123456789ABCDEF" : "0123456789abcdef";
    number->prefix[0] = '0';
    number->prefix[1] = is_upper ? 'X' : 'x';
    number->prefix_length = 2;
    size_t padding = spec->precision > digits ? (size_t)(spec->precision - digits) : 0;
    char *out = number->buffer;
    if (padding + 40 > sizeof number->buffer) {
        out = number->allocated = malloc(padding + 64);
        if (!out)
            return -1;
    }
    number->digits = out;
    char *start = out;
    *out++ = letters[leading];
    if (digits > 0 || padding > 0 || spec->alternative)
        *out++ = '.';
    for (int i = 0; i < digits; i++)
        *out++ = letters[(fraction >> (60 - 4 * i)) & 15];
    memset(out, '0', padding);
    out += padding;
    *out++ = is_upper ? 'P' : 'p';
    *out++ = exponent < 0 ? '-' : '+';
    unsigned magnitude = (unsigned)(exponent < 0 ? -exponent : exponent);
    char text[8], *end = text + sizeof text, *p = end;
    do
        *--p = (char)('0' + magnitude % 10);
    while (magnitude /= 10);
    memcpy(out, p, (size_t)(end - p));
    out += end - p;
    number->digit_count = (size_t)(out - start);
    return 0;
}
