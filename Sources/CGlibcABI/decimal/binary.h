// From 128 bits to a floating-point format: rounding in the thread's direction, subnormal numbers, range and exceptions.
#pragma once
#include "scale.h"
#include <errno.h>
#include <stdbool.h>

/// A format: digits of the significand, the exponent of the least normal number, and the greatest exponent field, that of infinity.
struct format {
    int digits, least, greatest;
};

/// A number in a format: the significand with its highest digit, and the sign and the exponent as the format's upper bits have them.
struct binary {
    uint64_t significand;
    unsigned upper;
};

enum direction { TO_NEAREST, DOWNWARD, UPWARD, TOWARD_ZERO };

/// The direction in which the thread rounds, as fegetround(3) tells it.
static inline enum direction rounding_direction(void)
{
    unsigned short control;
    __asm__ volatile("fnstcw %0" : "=m"(control));
    return control >> 10 & 3;
}

// Arithmetic that the compiler cannot see through raises the exceptions.
static inline void raise_by(float a, float b)
{
    __asm__ volatile("mulss %1, %0" : "+x"(a) : "x"(b));
}
static inline void raise_inexact(void)
{
    float one = 1;
    __asm__ volatile("addss %1, %0" : "+x"(one) : "x"(1e-30f));
}

static inline bool rounds_up(bool odd, bool half, bool more, bool negative, enum direction direction)
{
    switch (direction) {
    case TO_NEAREST: return half && (more || odd);
    case UPWARD: return !negative && (half || more);
    case DOWNWARD: return negative && (half || more);
    case TOWARD_ZERO: break;
    }
    return false;
}

/// How many of the 128 bits the format has no digits for.
static inline int dropped_bits(const struct scaled *value, const struct format *format)
{
    int top = value->exponent + 127, dropped = 128 - format->digits;
    if (top < format->least)
        dropped += format->least - top;
    return dropped < 130 ? dropped : 130;
}

/// Whether what `slack` leaves open matters: a number of the format, or the middle between two, lies within it.
static inline bool is_near_boundary(const struct scaled *value, int dropped)
{
    if (value->slack <= 1 || dropped > 129)
        return false;
    if (dropped == 129)
        return value->bits > ~(uint128)0 - value->slack;
    uint128 step = (uint128)1 << (dropped - 1);
    return (value->bits & (step - 1)) + value->slack > step;
}

static inline struct binary infinity_of(const struct format *format, unsigned sign)
{
    return (struct binary){(uint64_t)1 << (format->digits - 1), sign | (unsigned)format->greatest};
}

/// A magnitude above all that the format has.
static inline struct binary too_large(const struct format *format, bool negative, unsigned sign)
{
    errno = ERANGE;
    raise_by(1e38f, 1e38f);
    if (!rounds_up(true, true, true, negative, rounding_direction()))
        return (struct binary){~(uint64_t)0 >> (64 - format->digits), sign | (unsigned)(format->greatest - 1)};
    return infinity_of(format, sign);
}

/// A magnitude below half of the least that the format has.
static inline struct binary too_small(bool negative, unsigned sign)
{
    errno = ERANGE;
    raise_by(1e-38f, 1e-38f);
    return (struct binary){rounds_up(false, false, true, negative, rounding_direction()), sign};
}

/// The number of the format that `value` rounds to. ERANGE, and the exceptions, for what is too large, or tiny and not exact; a number is
/// tiny where it is so after rounding, as the processor has it.
static inline struct binary rounded(struct scaled value, const struct format *format, bool negative, unsigned sign)
{
    int top = value.exponent + 127, dropped = dropped_bits(&value, format);
    uint64_t significand = dropped < 128 ? (uint64_t)(value.bits >> dropped) : 0;
    uint128 rest = dropped < 128 ? value.bits << (128 - dropped) : dropped == 128 ? value.bits : 1;
    bool half = rest >> 127, more = rest << 1 != 0 || value.slack;
    if (half || more) {
        enum direction direction = rounding_direction();
        if (top < format->least) {
            uint64_t digits = (uint64_t)(value.bits >> (128 - format->digits));
            uint128 after = value.bits << format->digits;
            bool tiny = top < format->least - 1 || digits != ~(uint64_t)0 >> (64 - format->digits) ||
                !rounds_up(true, after >> 127, after << 1 != 0 || value.slack, negative, direction);
            if (tiny) {
                errno = ERANGE;
                raise_by(1e-38f, 1e-38f);
            }
        }
        raise_inexact();
        if (rounds_up(significand & 1, half, more, negative, direction) && ++significand == (format->digits < 64 ? (uint64_t)1 << format->digits : 0)) {
            significand = (uint64_t)1 << (format->digits - 1);
            top++;
        }
    }
    // A subnormal number that rounds up to the least normal one has its highest digit then, and thereby the right exponent.
    bool normal = significand >> (format->digits - 1);
    int field = !normal ? 0 : top < format->least ? 1 : top - format->least + 1;
    if (field >= format->greatest)
        return too_large(format, negative, sign);
    return (struct binary){significand, sign | (unsigned)field};
}
