// <math.h>: functions of _Float128 that its bits decide: rounding, exponents, neighbours, order, payloads. All exact.
// Source: TS 18661-1 and -3, C23 7.12, F.10.
#include "quad.h"
#include "../old/old-version.h"
#include <stdlib.h>

#if defined __x86_64__
enum rounding { UPWARD, DOWNWARD, TO_ZERO, FROM_ZERO, TO_EVEN, AS_SET };

/// A NaN made quiet; a signaling one raises "invalid".
static Q quiet(Q x)
{
    if (is_signaling(x)) feraiseexcept(FE_INVALID);
    return value_of(bits_of(x) | QUIET_BIT);
}

static enum rounding current(void)
{
    switch (fegetround()) {
    case FE_UPWARD: return UPWARD;
    case FE_DOWNWARD: return DOWNWARD;
    case FE_TOWARDZERO: return TO_ZERO;
    default: return TO_EVEN;
    }
}

/// A whole number near x. `inexact`, if not NULL, tells whether it is another number.
static Q whole(Q x, enum rounding how, bool *inexact)
{
    if (inexact) *inexact = false;
    if (is_nan(x)) return quiet(x);
    if (how == AS_SET) how = current();
    int exponent = exponent_of(x) - BIAS;
    if (exponent >= FRACTION_BITS) return x;
    Bits bits = bits_of(x), sign = bits & SIGN_MASK, rest = bits & ~SIGN_MASK;
    if (!rest) return x;
    // The part below one, and what is above it as bits.
    Bits below = exponent < 0 ? 0 : rest & (((Bits)1 << (FRACTION_BITS - exponent)) - 1), kept = exponent < 0 ? 0 : rest - below;
    if (exponent >= 0 && !below) return x;
    if (inexact) *inexact = true;
    // How the part compares with a half: below, equal, above.
    int half;
    if (exponent < 0) {
        Bits one_half = (Bits)(BIAS - 1) << FRACTION_BITS;
        half = (rest > one_half) - (rest < one_half);
    } else {
        Bits middle = (Bits)1 << (FRACTION_BITS - exponent - 1);
        half = (below > middle) - (below < middle);
    }
    // A one of the exponent itself is odd, where exponent is 0: the bit is not stored.
    bool odd = exponent < 0 ? false : exponent == 0 ? true : kept >> (FRACTION_BITS - exponent) & 1;
    bool up = how == UPWARD ? !sign : how == DOWNWARD ? sign != 0 : how == TO_ZERO ? false : half > 0 || (half == 0 && (how == FROM_ZERO || odd));
    if (exponent < 0) return value_of(sign | (up ? (Bits)BIAS << FRACTION_BITS : 0));
    return value_of(sign | (kept + (up ? (Bits)1 << (FRACTION_BITS - exponent) : 0)));
}

Q ceilf128(Q x) { return whole(x, UPWARD, NULL); }
Q floorf128(Q x) { return whole(x, DOWNWARD, NULL); }
Q truncf128(Q x) { return whole(x, TO_ZERO, NULL); }
Q roundf128(Q x) { return whole(x, FROM_ZERO, NULL); }
Q roundevenf128(Q x) { return whole(x, TO_EVEN, NULL); }
Q nearbyintf128(Q x) { return whole(x, AS_SET, NULL); }

Q rintf128(Q x)
{
    bool inexact;
    x = whole(x, AS_SET, &inexact);
    if (inexact) feraiseexcept(FE_INEXACT);
    return x;
}

/// A whole number as an integer of `width` bits, if it fits.
static bool fits(Q x, unsigned width, bool is_signed, uint64_t *result)
{
    int exponent = exponent_of(x) - BIAS;
    *result = 0;
    if (exponent < 0) return true;
    if (exponent > 63) return false;
    uint64_t number = (uint64_t)(((bits_of(x) & FRACTION_MASK) | (Bits)1 << FRACTION_BITS) >> (FRACTION_BITS - exponent));
    uint64_t most = UINT64_MAX >> (64 - width);
    if (is_signed) most = (most >> 1) + negative(x);
    else if (negative(x)) most = 0;
    *result = negative(x) ? -number : number;
    return number <= most;
}

static long to_long(Q x, enum rounding how, bool inexact_counts)
{
    bool inexact;
    uint64_t result;
    if (is_nan(x) || is_infinite(x) || !fits(whole(x, how, &inexact), 64, true, &result)) {
        feraiseexcept(FE_INVALID);
        // A number below 2^63 that rounds to it gives what the processor's conversion gives.
        return negative(x) || exponent_of(x) == BIAS + 62 ? LONG_MIN : LONG_MAX;
    }
    if (inexact && inexact_counts) feraiseexcept(FE_INEXACT);
    return (long)result;
}

long lrintf128(Q x) { return to_long(x, AS_SET, true); }
long long llrintf128(Q x) { return to_long(x, AS_SET, true); }
long lroundf128(Q x) { return to_long(x, FROM_ZERO, false); }
long long llroundf128(Q x) { return to_long(x, FROM_ZERO, false); }

static uint64_t convert(Q x, int how, unsigned width, bool is_signed, bool inexact_counts)
{
    bool inexact;
    uint64_t result;
    if (width > 64) width = 64;
    uint64_t most = width ? UINT64_MAX >> (64 - width) : 0, least = 0;
    if (is_signed && width) most >>= 1, least = -(most + 1);
    enum rounding rounding = how < 0 || how > TO_EVEN ? TO_ZERO : (enum rounding)how;
    if (width && !is_nan(x) && !is_infinite(x) && fits(whole(x, rounding, &inexact), width, is_signed, &result)) {
        if (inexact && inexact_counts) feraiseexcept(FE_INEXACT);
        return result;
    }
    feraiseexcept(FE_INVALID);
    errno = EDOM;
    return negative(x) ? least : most;
}

// Before glibc 2.43 the results were integers.
OLD_VERSION("fromfpf128@GLIBC_2.26")
intmax_t glibc_compat_old_fromfpf128(Q x, int how, unsigned width) { return (intmax_t)convert(x, how, width, true, false); }
OLD_VERSION("fromfpxf128@GLIBC_2.26")
intmax_t glibc_compat_old_fromfpxf128(Q x, int how, unsigned width) { return (intmax_t)convert(x, how, width, true, true); }
OLD_VERSION("ufromfpf128@GLIBC_2.26")
uintmax_t glibc_compat_old_ufromfpf128(Q x, int how, unsigned width) { return convert(x, how, width, false, false); }
OLD_VERSION("ufromfpxf128@GLIBC_2.26")
uintmax_t glibc_compat_old_ufromfpxf128(Q x, int how, unsigned width) { return convert(x, how, width, false, true); }

/// C23's: the integer as a number, or NaN and a domain error where it does not fit into `width` bits.
static Q integer(Q x, int how, unsigned width, bool is_signed, bool inexact_counts)
{
    bool inexact;
    enum rounding rounding = how < 0 || how > TO_EVEN ? TO_ZERO : (enum rounding)how;
    if (width && !is_nan(x) && !is_infinite(x)) {
        Q result = whole(x, rounding, &inexact);
        // The magnitude is below 2^(exponent + 1); -2^bits alone of what reaches 2^bits is a signed integer of bits + 1.
        int exponent = exponent_of(result) - BIAS, bits = width > 20000 ? 20000 : (int)width - is_signed;
        bool zero = result == 0, least = is_signed && negative(result) && exponent == bits && !(bits_of(result) & FRACTION_MASK);
        if (zero || ((exponent < bits || least) && (is_signed || !negative(result)))) {
            if (inexact && inexact_counts) feraiseexcept(FE_INEXACT);
            return result;
        }
    }
    feraiseexcept(FE_INVALID);
    errno = EDOM;
    return __builtin_nan("");
}

Q fromfpf128(Q x, int how, unsigned width) { return integer(x, how, width, true, false); }
Q fromfpxf128(Q x, int how, unsigned width) { return integer(x, how, width, true, true); }
Q ufromfpf128(Q x, int how, unsigned width) { return integer(x, how, width, false, false); }
Q ufromfpxf128(Q x, int how, unsigned width) { return integer(x, how, width, false, true); }

Q modff128(Q x, Q *integral)
{
    *integral = whole(x, TO_ZERO, NULL);
    if (is_nan(x)) return *integral;
    return with_sign(is_infinite(x) ? 0 : x - *integral, x);
}

/// The neighbour away from zero, or towards it.
static Q neighbour(Q x, bool larger) { return value_of(bits_of(x) + (larger ? 1 : (Bits)-1)); }

Q nextupf128(Q x)
{
    if (is_nan(x)) return quiet(x);
    if (x == 0) return value_of(1);
    return is_infinite(x) && !negative(x) ? x : neighbour(x, !negative(x));
}

Q nextdownf128(Q x) { return -nextupf128(-x); }

Q nextafterf128(Q x, Q y)
{
    if (is_nan(x) || is_nan(y)) return x + y;
    if (x == y) return y;
    if (x == 0) {
        feraiseexcept(FE_UNDERFLOW | FE_INEXACT);
        return with_sign(value_of(1), y);
    }
    Q next = neighbour(x, (x < y) == (x > 0));
    if (is_infinite(next) && is_finite(x)) feraiseexcept(FE_OVERFLOW | FE_INEXACT), errno = ERANGE;
    if (exponent_of(next) == 0) feraiseexcept(FE_UNDERFLOW | FE_INEXACT), errno = ERANGE;
    return next;
}

/// The exponent of a finite number other than 0, subnormal ones as if they were not.
static int binary_exponent(Q x)
{
    int exponent = exponent_of(x);
    if (exponent) return exponent - BIAS;
    Bits fraction = bits_of(x) & FRACTION_MASK;
    int top = fraction >> 64 ? 127 - __builtin_clzll((uint64_t)(fraction >> 64)) : 63 - __builtin_clzll((uint64_t)fraction);
    return top - FRACTION_BITS + 1 - BIAS;
}

static long no_exponent(long result)
{
    feraiseexcept(FE_INVALID);
    errno = EDOM;
    return result;
}

int ilogbf128(Q x)
{
    if (x == 0) return (int)no_exponent(INT_MIN);
    return is_finite(x) ? binary_exponent(x) : (int)no_exponent(is_nan(x) ? INT_MIN : INT_MAX);
}

long llogbf128(Q x)
{
    if (x == 0 || is_nan(x)) return no_exponent(LONG_MIN);
    return is_finite(x) ? binary_exponent(x) : no_exponent(LONG_MAX);
}

Q logbf128(Q x)
{
    if (x == 0) {
        feraiseexcept(FE_DIVBYZERO);
        return -Q_INFINITY;
    }
    return is_finite(x) ? (Q)binary_exponent(x) : x * x;
}

Q frexpf128(Q x, int *exponent)
{
    *exponent = 0;
    if (x == 0 || !is_finite(x)) return x + x;
    *exponent = binary_exponent(x) + 1;
    if (!exponent_of(x)) x *= value_of((Bits)(BIAS + 114) << FRACTION_BITS);
    return value_of((bits_of(x) & ~((Bits)EXPONENT_MAX << FRACTION_BITS)) | (Bits)(BIAS - 1) << FRACTION_BITS);
}

static Q power_of_two(int exponent) { return value_of((Bits)(BIAS + exponent) << FRACTION_BITS); }

/// Steps that are exact but for the last, which rounds once: a factor that makes a number subnormal is never followed by another.
Q scalblnf128(Q x, long n)
{
    if (x == 0 || !is_finite(x)) return x + x;
    // Numbers of full precision only, so that scaling down below stays exact until the end.
    int exponent = binary_exponent(x);
    if (n > 40000) n = 40000;
    if (n < -40000) n = -40000;
    long target = exponent + n;
    Q one = x;
    for (int left = -exponent; left;) {
        int step = left > 16000 ? 16000 : left < -16000 ? -16000 : left;
        one *= power_of_two(step);
        left -= step;
    }
    Q result;
    if (target > BIAS) result = one * power_of_two(BIAS) * 2;
    else if (target >= 1 - BIAS) result = one * power_of_two((int)target);
    else result = one * power_of_two(1 - BIAS) * power_of_two((int)(target + BIAS - 1 < -200 ? -200 : target + BIAS - 1));
    range_error(is_infinite(result) || result == 0);
    return result;
}

Q scalbnf128(Q x, int n) { return scalblnf128(x, n); }
Q ldexpf128(Q x, int n) { return scalblnf128(x, n); }

/// A quiet NaN with the payload that a text names.
Q nanf128(const char *text)
{
    char *end;
    errno = 0;
    unsigned long long payload = *text ? strtoull(text, &end, 0) : 0;
    if (*text && *end) payload = 0;
    return value_of((Bits)EXPONENT_MAX << FRACTION_BITS | QUIET_BIT | payload);
}

int canonicalizef128(Q *to, const Q *x)
{
    *to = is_nan(*x) ? quiet(*x) : *x;
    return 0;
}

Q getpayloadf128(const Q *x)
{
    Bits payload = bits_of(*x) & (QUIET_BIT - 1);
    if (!is_nan(*x)) return -1;
    return (Q)(uint64_t)(payload >> 64) * power_of_two(64) + (Q)(uint64_t)payload;
}

static int set_payload(Q *to, Q payload, bool signaling)
{
    *to = 0;
    int exponent = exponent_of(payload) - BIAS;
    if (payload < 0 || (payload == 0 && (negative(payload) || signaling)) || !is_finite(payload) || exponent >= 111) return 1;
    if (payload != 0 && (exponent < 0 || whole(payload, TO_ZERO, NULL) != payload)) return 1;
    Bits number = payload == 0 ? 0 : ((bits_of(payload) & FRACTION_MASK) | (Bits)1 << FRACTION_BITS) >> (FRACTION_BITS - exponent);
    *to = value_of((Bits)EXPONENT_MAX << FRACTION_BITS | (signaling ? 0 : QUIET_BIT) | number);
    return 0;
}

int setpayloadf128(Q *to, Q payload) { return set_payload(to, payload, false); }
int setpayloadsigf128(Q *to, Q payload) { return set_payload(to, payload, true); }

static int ordered(Bits a, Bits b)
{
    if ((a ^ b) & SIGN_MASK) return (a & SIGN_MASK) != 0;
    return a & SIGN_MASK ? a >= b : a <= b;
}

int totalorderf128(const Q *x, const Q *y) { return ordered(bits_of(*x), bits_of(*y)); }
int totalordermagf128(const Q *x, const Q *y) { return ordered(bits_of(*x) & ~SIGN_MASK, bits_of(*y) & ~SIGN_MASK); }

// Before glibc 2.31 they took the numbers themselves.
OLD_VERSION("totalorderf128@GLIBC_2.26") int glibc_compat_old_totalorderf128(Q x, Q y) { return totalorderf128(&x, &y); }
OLD_VERSION("totalordermagf128@GLIBC_2.26") int glibc_compat_old_totalordermagf128(Q x, Q y) { return totalordermagf128(&x, &y); }

int __iseqsigf128(Q x, Q y)
{
    if (is_nan(x) || is_nan(y)) {
        feraiseexcept(FE_INVALID);
        errno = EDOM;
    }
    return x == y;
}
#endif
