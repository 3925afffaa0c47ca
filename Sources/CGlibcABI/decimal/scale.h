// A whole number times a power of ten, as 128 bits and what is not known of the rest: what conversions in both directions are built on.
//
// 10^q is 5^q and a shift. 5^q is one of a table of 128 bits, cut, times one that fits a word; what the cut may have taken away is
// counted, and where it could matter the caller computes exactly (Clinger 1990, "How to read floating point numbers accurately": the
// bits of an approximation decide unless the number is near a boundary).
#pragma once
#include "powers.h"
#include <stdint.h>

typedef unsigned __int128 uint128;

/// bits * 2^exponent: exactly where `slack` is 0, otherwise a number strictly between that and (bits + slack) * 2^exponent.
/// The highest of the bits is set.
struct scaled {
    uint128 bits;
    int exponent;
    unsigned slack;
};

static inline int leading_zeros(uint128 value)
{
    uint64_t high = (uint64_t)(value >> 64);
    return high ? __builtin_clzll(high) : 64 + __builtin_clzll((uint64_t)value);
}

static inline struct scaled normal(uint128 bits, int exponent, unsigned slack)
{
    int zeros = leading_zeros(bits);
    return (struct scaled){bits << zeros, exponent - zeros, slack};
}

/// high : 0 divided by `divisor`, which has its highest bit set and is above `high`.
static inline uint64_t divide_shifted(uint64_t high, uint64_t low, uint64_t divisor, uint64_t *remainder)
{
#if defined __x86_64__
    // The compiler would call a function of libgcc, which does not know that the quotient fits.
    uint64_t quotient;
    __asm__("divq %4" : "=a"(quotient), "=d"(*remainder) : "0"(low), "1"(high), "rm"(divisor) : "cc");
    return quotient;
#else
    uint128 dividend = (uint128)high << 64 | low;
    *remainder = (uint64_t)(dividend % divisor);
    return (uint64_t)(dividend / divisor);
#endif
}

/// value / 10^power of a value other than 0, power below POWER_STEP: 128 bits of the quotient, and whether there is more.
static inline struct scaled scale_down(uint64_t value, int power)
{
    uint64_t divisor = small_powers[power], remainder;
    int zeros = __builtin_clzll(value), shift = __builtin_clzll(divisor);
    value <<= zeros;
    divisor <<= shift;
    int less = value >= divisor;
    uint64_t high = divide_shifted(value >> less, less ? value << 63 : 0, divisor, &remainder), low = 0;
    if (remainder)
        low = divide_shifted(remainder, 0, divisor, &remainder);
    return (struct scaled){(uint128)high << 64 | low, shift - zeros + less - 128 - power, remainder != 0};
}

/// The first 128 bits of the product of two numbers with their highest bits set. The cut takes less than one unit away, and what the
/// operands lack comes to less than two units for each of theirs.
static inline struct scaled scale_product(struct scaled value, int power)
{
    int index = power - POWER_FIRST;
    uint64_t high = large_powers[index].high, low = large_powers[index].low;
    uint64_t value_high = (uint64_t)(value.bits >> 64), value_low = (uint64_t)value.bits;
    uint128 middle = (uint128)value_high * low, other = (uint128)value_low * high;
    uint128 carried = (uint64_t)middle + (uint128)(uint64_t)other + ((uint128)value_low * low >> 64);
    uint128 product = (uint128)value_high * high + (middle >> 64) + (other >> 64) + (carried >> 64);
    int exponent = value.exponent + power_log2(power * POWER_STEP) - 127 + 128;
    if (!(product >> 127)) {
        product = product << 1 | (uint64_t)carried >> 63;
        exponent--;
    }
    return (struct scaled){product, exponent, 2 * value.slack + 4};
}

/// value * 10^power of a value other than 0. The caller has seen to it that the power is within the tables (POWER_FIRST, POWER_LAST).
static inline struct scaled scale(uint64_t value, int power)
{
    if (power < 0 && power > -POWER_STEP)
        return scale_down(value, -power);
    int index = power >= 0 ? power / POWER_STEP : -((POWER_STEP - 1 - power) / POWER_STEP);
    struct scaled exact = normal((uint128)value * small_powers[power - index * POWER_STEP], power - index * POWER_STEP, 0);
    if (index == 0)
        return exact;
    exact.exponent += index * POWER_STEP;
    return scale_product(exact, index);
}

/// The same for a value that may be larger than a word; `slack` as in the result.
static inline struct scaled scale_wide(uint128 value, int power, unsigned slack)
{
    struct scaled wide = normal(value, 0, 0);
    int index = power >= 0 ? power / POWER_STEP : -((POWER_STEP - 1 - power) / POWER_STEP);
    uint64_t factor = small_powers[power - index * POWER_STEP];
    int zeros = __builtin_clzll(factor);
    factor <<= zeros;
    uint128 high = (uint128)(uint64_t)(wide.bits >> 64) * factor, low = (uint128)(uint64_t)wide.bits * factor;
    wide.bits = high + (low >> 64);
    wide.exponent += 64 - zeros + power;
    unsigned cut = (uint64_t)low != 0;
    if (!(wide.bits >> 127)) {
        wide.bits = wide.bits << 1 | (uint64_t)low >> 63;
        wide.exponent--;
        cut = (uint64_t)low << 1 != 0;
    }
    wide.slack = cut + slack;
    return index == 0 ? wide : scale_product(wide, index);
}
