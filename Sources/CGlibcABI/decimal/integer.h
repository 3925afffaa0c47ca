// Whole numbers as text, for the strtol family. The including file says what a character CHAR is, how IS_SPACE knows white space, and what the
// functions are called: PLAIN(l) and NEWER(l) and so on. long and long long have 64 bits here, so one function serves both.
//
// Source: C17 7.22.1.4, C23 7.24.1.7 (the newer ones, which programs built with glibc 2.38 or later call: 0b begins a binary number in
// base 0 or 2), strtol(3). Unlike musl's, a text without a number is no error.
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

_Static_assert(sizeof(long) == sizeof(long long), "one function for both");

static inline unsigned value_of_digit(CHAR c)
{
    unsigned digit = (unsigned)c - '0', letter = ((unsigned)c | 0x20) - 'a';
    return digit < 10 ? digit : letter < 26 ? letter + 10 : UINT_MAX;
}

static inline unsigned long read_integer(const CHAR *text, CHAR **end, int base, bool is_signed, bool knows_binary)
{
    if (base < 0 || base == 1 || base > 36) {
        errno = EINVAL;
        return 0;
    }
    const CHAR *at = text;
    while (IS_SPACE(*at))
        at++;
    bool negative = *at == '-';
    if (*at == '-' || *at == '+')
        at++;
    const CHAR *behind_zero = NULL;
    if (*at == '0') {
        unsigned letter = (unsigned)at[1] | 0x20;
        if (letter == 'x' && (base == 0 || base == 16)) {
            behind_zero = at + 1, at += 2, base = 16;
        } else if (knows_binary && letter == 'b' && (base == 0 || base == 2)) {
            behind_zero = at + 1, at += 2, base = 2;
        } else if (base == 0) {
            base = 8;
        }
    } else if (base == 0) {
        base = 10;
    }
    const CHAR *first = at;
    unsigned long value = 0;
    bool too_large = false;
    for (unsigned digit; (digit = value_of_digit(*at)) < (unsigned)base; at++)
        too_large |= __builtin_mul_overflow(value, (unsigned long)base, &value) || __builtin_add_overflow(value, digit, &value);
    if (end)
        *end = (CHAR *)(at > first ? at : behind_zero ? behind_zero : text);
    unsigned long most = !is_signed ? ULONG_MAX : negative ? (unsigned long)LONG_MAX + 1 : LONG_MAX;
    if (too_large || value > most) {
        errno = ERANGE;
        return most;
    }
    return negative ? -value : value;
}

#define INTEGER(name, type, is_signed, knows_binary) \
    type name(const CHAR *restrict text, CHAR **restrict end, int base) \
    { \
        return (type)read_integer(text, end, base, is_signed, knows_binary); \
    }
INTEGER(PLAIN(l), long, true, false)
INTEGER(PLAIN(ul), unsigned long, false, false)
INTEGER(NEWER(l), long, true, true)
INTEGER(NEWER(ul), unsigned long, false, true)
