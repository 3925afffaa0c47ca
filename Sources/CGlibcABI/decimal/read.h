// Numbers as text, for the strtod family. The including file says what a character CHAR is and how IS_SPACE knows white space.
//
// Source: C17 7.22.1.3, strtod(3); what glibc does where they leave it open: ERANGE for tiny results that are not exact, the payload of
// nan(n-char-sequence), every rounding direction.
#include "binary.h"
#include "exact.h"
#include <limits.h>
#include <stdlib.h>

enum form { NOTHING, ZERO, DECIMAL, HEXADECIMAL, INFINITY_FORM, NAN_FORM };

/// What a text says: significand * 10^power, or wide times that, or wide * 2^power.
struct number {
    bool negative;
    /// Digits were left out of the significand that are not all zeros.
    bool cut;
    uint64_t significand;
    /// HEXADECIMAL, or DECIMAL with more digits than a word holds; otherwise 0.
    uint128 wide;
    long power;
    /// The digits, from the first that is not 0, without zeros at the end; a point may be among them.
    const CHAR *first;
    size_t count;
    /// The power of ten of the last of them.
    long last_power;
};

/// Far beyond every range, and no sum of two such overflows.
static const long far = 1L << 60;
enum { WORD_DIGITS = 19, WIDE_DIGITS = 38 };

static inline unsigned digit_of(CHAR c) { return (unsigned)c - '0'; }

static inline unsigned hexadecimal_digit(CHAR c)
{
    unsigned digit = digit_of(c), letter = ((unsigned)c | 0x20) - 'a';
    return digit < 10 ? digit : letter < 6 ? letter + 10 : 16;
}

/// Adds an exponent to `power`, if there is one with its letter at `at`; returns the place behind it.
static inline const CHAR *read_exponent(const CHAR *at, CHAR letter, long *power)
{
    if ((*at | 0x20) != letter)
        return at;
    const CHAR *digit = at + 1;
    bool negative = *digit == '-';
    if (negative || *digit == '+')
        digit++;
    if (digit_of(*digit) >= 10)
        return at;
    long value = 0;
    for (; digit_of(*digit) < 10; digit++)
        if (value < far / 10)
            value = value * 10 + digit_of(*digit);
    *power += negative ? -value : value;
    return digit;
}

/// More digits than a word holds.
__attribute__((noinline)) static void read_many_digits(struct number *number, const CHAR *end, size_t count)
{
    while (end[-1] == '0' || end[-1] == '.') {
        count -= end[-1] == '0';
        number->last_power += end[-1] == '0';
        end--;
    }
    number->count = count;
    number->significand = 0;
    size_t used = 0;
    uint128 wide = 0;
    for (const CHAR *at = number->first; used < count && used < WIDE_DIGITS; at++) {
        if (*at == '.')
            continue;
        wide = wide * 10 + digit_of(*at);
        used++;
    }
    number->cut = used < count;
    number->power = number->last_power + (long)(count - used);
    if (count <= WORD_DIGITS)
        number->significand = (uint64_t)wide;
    else
        number->wide = wide;
}

static inline const CHAR *read_decimal(const CHAR *at, struct number *number, enum form *form)
{
    const CHAR *start = at;
    uint64_t value = 0;
    long power = 0;
    while (*at == '0')
        at++;
    bool any = at > start;
    const CHAR *first = at;
    for (; digit_of(*at) < 10; at++)
        value = value * 10 + digit_of(*at);
    size_t count = (size_t)(at - first);
    if (*at == '.') {
        const CHAR *point = at++;
        if (count == 0) {
            while (*at == '0')
                at++;
            first = at;
        }
        const CHAR *fraction = at;
        for (; digit_of(*at) < 10; at++)
            value = value * 10 + digit_of(*at);
        count += (size_t)(at - fraction);
        power = point + 1 - at;
        if (!any && count == 0 && at == point + 1)
            return NULL;
    } else if (!any && count == 0) {
        return NULL;
    }
    const CHAR *end = at;
    number->significand = value;
    at = read_exponent(at, 'e', &power);
    number->power = number->last_power = power;
    number->first = first;
    number->count = count;
    *form = count ? DECIMAL : ZERO;
    if (__builtin_expect(count > WORD_DIGITS, 0))
        read_many_digits(number, end, count);
    return at;
}

/// Behind "0x". NULL where no digit follows.
static const CHAR *read_hexadecimal(const CHAR *at, struct number *number, enum form *form)
{
    bool any = false, point = false;
    uint128 value = 0;
    long power = 0;
    for (;; at++) {
        unsigned digit = hexadecimal_digit(*at);
        if (*at == '.' && !point) {
            point = true;
            continue;
        }
        if (digit == 16)
            break;
        any = true;
        if (value >> 124) {
            number->cut |= digit != 0;
            power += point ? 0 : 4;
        } else {
            value = value << 4 | digit;
            power -= point ? 4 : 0;
        }
    }
    if (!any)
        return NULL;
    number->power = power;
    at = read_exponent(at, 'p', &number->power);
    number->wide = value;
    *form = value ? HEXADECIMAL : ZERO;
    return at;
}

static inline bool follows(const CHAR *at, const char *word)
{
    for (; *word; at++, word++)
        if ((*at | 0x20) != *word)
            return false;
    return true;
}

static const CHAR *read_word(const CHAR *at, struct number *number, enum form *form)
{
    if (follows(at, "inf")) {
        *form = INFINITY_FORM;
        return at + (follows(at + 3, "inity") ? 8 : 3);
    }
    if (!follows(at, "nan"))
        return NULL;
    *form = NAN_FORM;
    at += 3;
    if (*at != '(')
        return at;
    const CHAR *inside = at + 1, *close = inside;
    while (digit_of(*close) < 10 || ((unsigned)*close | 0x20) - 'a' < 26 || *close == '_')
        close++;
    if (*close != ')')
        return at;
    // A payload that no word holds leaves its ERANGE, as with glibc.
    CHAR *after;
    uint64_t payload = READ_UNSIGNED(inside, &after, 0);
    number->significand = after == close ? payload : 0;
    return close + 1;
}

/// Reads one number. Returns the place behind it, or NULL where there is none; `form` says what it is.
static inline const CHAR *read_number(const CHAR *at, struct number *number, enum form *form)
{
    number->cut = false;
    number->significand = 0;
    number->wide = 0;
    while (IS_SPACE(*at))
        at++;
    number->negative = *at == '-';
    if (*at == '-' || *at == '+')
        at++;
    if (__builtin_expect(digit_of(*at) >= 10 && *at != '.', 0))
        return read_word(at, number, form);
    if (*at == '0' && (at[1] | 0x20) == 'x') {
        const CHAR *behind = read_hexadecimal(at + 2, number, form);
        if (behind)
            return behind;
        number->cut = false;
        *form = ZERO;
        return at + 1;
    }
    return read_decimal(at, number, form);
}

static inline struct binary decimal_to_binary(const struct number *number, const struct format *format, unsigned sign)
{
    // 10^4932 is the last power of ten in the range of long double, and 10^-4951 the first.
    long magnitude = number->last_power + (long)number->count;
    if (magnitude > 4940)
        return too_large(format, number->negative, sign);
    if (magnitude < -4960)
        return too_small(number->negative, sign);
    // A cut at 38 digits leaves at most 64 units of the 128 bits open.
    struct scaled value = number->significand ? scale(number->significand, (int)number->power)
                                              : scale_wide(number->wide, (int)number->power, number->cut ? 64 : 0);
    int dropped = dropped_bits(&value, format);
    if (__builtin_expect(is_near_boundary(&value, dropped), 0)) {
        uint128 boundary = (dropped == 129 ? 0 : value.bits >> (dropped - 1)) + 1;
        int exponent = value.exponent + dropped - 1;
        int side = compare_exactly(number->first, number->count, (int)number->last_power, boundary, exponent);
        if (side < 0)
            value.slack = 1;
        else
            value = normal(boundary, exponent, side > 0);
    }
    return rounded(value, format, number->negative, sign);
}

static struct binary hexadecimal_to_binary(const struct number *number, const struct format *format, unsigned sign)
{
    if (number->power > 20000)
        return too_large(format, number->negative, sign);
    if (number->power < -20000)
        return too_small(number->negative, sign);
    return rounded(normal(number->wide, (int)number->power, number->cut), format, number->negative, sign);
}

/// The number at `text` in a format, and where it ends. Digits of `sign` are the sign's place above the exponent.
static inline struct binary convert(const CHAR *text, CHAR **end, const struct format *format, unsigned sign)
{
    struct number number;
    enum form form = NOTHING;
    const CHAR *behind = read_number(text, &number, &form);
    if (end)
        *end = (CHAR *)(behind ? behind : text);
    if (!behind)
        return (struct binary){0, 0};
    if (!number.negative)
        sign = 0;
    switch (form) {
    case DECIMAL: return decimal_to_binary(&number, format, sign);
    case HEXADECIMAL: return hexadecimal_to_binary(&number, format, sign);
    case INFINITY_FORM: return infinity_of(format, sign);
    case NAN_FORM: {
        uint64_t quiet = (uint64_t)1 << (format->digits - 2);
        return (struct binary){(quiet << 1) | quiet | (number.significand & (quiet - 1)), sign | (unsigned)format->greatest};
    }
    default: return (struct binary){0, sign};
    }
}

// The functions of the family for one type of characters: NAME(f) and so on.
static const struct format single_format = {24, -126, 255}, double_format = {53, -1022, 2047}, extended_format = {64, -16382, 32767};

/// The double at `text`; ERANGE for one out of range. Source: strtod(3).
double NAME(d)(const CHAR *restrict text, CHAR **restrict end)
{
    struct binary number = convert(text, end, &double_format, 1 << 11);
    union { uint64_t bits; double value; } result = {(number.significand & (((uint64_t)1 << 52) - 1)) | (uint64_t)number.upper << 52};
    return result.value;
}

float NAME(f)(const CHAR *restrict text, CHAR **restrict end)
{
    struct binary number = convert(text, end, &single_format, 1 << 8);
    union { uint32_t bits; float value; } result = {(uint32_t)(number.significand & ((1 << 23) - 1)) | number.upper << 23};
    return result.value;
}

long double NAME(ld)(const CHAR *restrict text, CHAR **restrict end)
{
    struct binary number = convert(text, end, &extended_format, 1 << 15);
    union { struct { uint64_t significand; uint16_t upper; } bits; long double value; } result = {{number.significand, (uint16_t)number.upper}};
    return result.value;
}
