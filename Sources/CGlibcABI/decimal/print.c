// The decimal digits of floating-point numbers, for printf: those conversions that one word of digits serves, which are nearly all.
#include "binary.h"
#include "print.h"
#include <string.h>

static const uint64_t powers_of_ten[] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000,
    100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000, 10000000000000000000u,
};
enum { MOST_PRECISION = 17 };

/// value * 10^power * 2^exponent as a whole number, rounded as the thread rounds. `odd` says what half goes by where the number itself is
/// the fraction of an odd one. False where 128 bits do not tell, or a word does not hold it.
static inline bool whole_number(uint64_t value, int power, int exponent, bool negative, bool odd, uint64_t *result)
{
    struct scaled number = scale(value, power);
    int dropped = -(number.exponent + exponent);
    if (dropped < 64)
        return false;
    if (dropped > 130)
        dropped = 130;
    if (is_near_boundary(&number, dropped))
        return false;
    uint64_t whole = dropped < 128 ? (uint64_t)(number.bits >> dropped) : 0;
    uint128 rest = dropped < 128 ? number.bits << (128 - dropped) : dropped == 128 ? number.bits : 1;
    bool half = rest >> 127, more = rest << 1 != 0 || number.slack;
    if (half || more)
        whole += rounds_up((whole & 1) != 0 || odd, half, more, negative, rounding_direction());
    *result = whole;
    return true;
}

/// Writes `count` digits, zeros before them where there are fewer.
static inline void put_digits(char *at, uint64_t value, int count)
{
    for (char *end = at + count; end > at;) {
        if (value == 0) {
            *--end = '0';
            continue;
        }
        uint64_t rest = value / 100;
        unsigned pair = (unsigned)(value - rest * 100);
        *--end = (char)('0' + pair % 10);
        if (end > at)
            *--end = (char)('0' + pair / 10);
        value = rest;
    }
}

static inline int count_digits(uint64_t value)
{
    int count = 1;
    while (count < 20 && value >= powers_of_ten[count])
        count++;
    return count;
}

static int print_fixed(char *at, uint64_t significand, int exponent, int precision, bool negative, bool point)
{
    uint64_t whole = 0, fraction = significand, digits = 0;
    if (exponent >= 0) {
        if (significand && exponent > __builtin_clzll(significand))
            return -1;
        whole = significand << exponent;
        fraction = 0;
    } else if (exponent > -64) {
        whole = significand >> -exponent;
        fraction = significand << (64 + exponent);
        exponent = -64;
    }
    if (fraction && !whole_number(fraction, precision, exponent, negative, precision == 0 && (whole & 1), &digits))
        return -1;
    if (digits == powers_of_ten[precision]) {
        whole++;
        digits = 0;
    }
    int length = count_digits(whole);
    put_digits(at, whole, length);
    if (precision || point)
        at[length++] = '.';
    put_digits(at + length, digits, precision);
    return length + precision;
}

/// `count` digits of a number, the first not 0, and the power of ten of the first.
static bool significant_digits(uint64_t significand, int exponent, int count, bool negative, uint64_t *digits, int *power)
{
    *digits = 0;
    *power = 0;
    if (significand == 0)
        return true;
    // log10 from the highest bits, in 1/65536 of a binary exponent: never too large, at most one too small.
    int zeros = __builtin_clzll(significand);
    int64_t binary = (int64_t)(63 - zeros + exponent) * 65536 + (int64_t)((significand << zeros << 1) >> 48) - 4;
    int estimate = (int)(binary * 646456993 >> 47);
    for (int attempt = 0; attempt < 2; attempt++, estimate++) {
        if (!whole_number(significand, count - 1 - estimate, exponent, negative, false, digits))
            return false;
        if (*digits <= powers_of_ten[count]) {
            // Where that is 1000..., the number was rounded up to it or the estimate was too small: the same digits either way.
            bool more = *digits == powers_of_ten[count];
            *digits = more ? powers_of_ten[count - 1] : *digits;
            *power = estimate + more;
            return *digits >= powers_of_ten[count - 1];
        }
    }
    return false;
}

static int put_exponent(char *at, int power, bool upper)
{
    unsigned magnitude = power < 0 ? 0u - (unsigned)power : (unsigned)power;
    int count = magnitude < 100 ? 2 : magnitude < 1000 ? 3 : 4;
    at[0] = upper ? 'E' : 'e';
    at[1] = power < 0 ? '-' : '+';
    put_digits(at + 2, magnitude, count);
    return 2 + count;
}

static int print_exponential(char *at, uint64_t digits, int count, int power, bool point, bool upper)
{
    put_digits(at + 1, digits, count);
    at[0] = at[1];
    int length = 1;
    if (count > 1 || point) {
        at[1] = '.';
        length = count + 1;
    }
    return length + put_exponent(at + length, power, upper);
}

static int print_general(char *at, uint64_t digits, int count, int power, bool keep_zeros, bool upper)
{
    int precision = count;
    if (!keep_zeros)
        for (; count > 1 && digits % 10 == 0; count--)
            digits /= 10;
    if (digits == 0 && !keep_zeros)
        count = 1;
    if (power < -4 || power >= precision)
        return print_exponential(at, digits, count, power, keep_zeros, upper);
    if (power < 0) {
        memcpy(at, "0.000", 5);
        put_digits(at + 1 - power, digits, count);
        return 1 - power + count;
    }
    int whole = power + 1;
    if (count <= whole) {
        put_digits(at, digits, count);
        memset(at + count, '0', (size_t)(whole - count));
        if (keep_zeros)
            at[whole++] = '.';
        return whole;
    }
    put_digits(at + 1, digits, count);
    memmove(at, at + 1, (size_t)whole);
    at[whole] = '.';
    return count + 1;
}

int glibc_compat_print_decimal(char *buffer, uint64_t significand, int exponent, bool negative, char conversion, int precision, bool alternative)
{
    bool upper = conversion < 'a';
    if (precision > MOST_PRECISION + (conversion == 'g' || conversion == 'G'))
        return -1;
    if (conversion == 'f' || conversion == 'F')
        return print_fixed(buffer, significand, exponent, precision, negative, alternative);
    uint64_t digits;
    int power;
    bool exponential = conversion == 'e' || conversion == 'E';
    int count = exponential ? precision + 1 : precision ? precision : 1;
    if (!significant_digits(significand, exponent, count, negative, &digits, &power))
        return -1;
    return exponential ? print_exponential(buffer, digits, count, power, alternative, upper)
                       : print_general(buffer, digits, count, power, alternative, upper);
}
