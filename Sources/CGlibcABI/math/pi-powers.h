// The functions that C23 added to <math.h>, written once for a type. The including file says what the type T is, F(name) for its functions and
// C(number) for its constants, and gives PI and its like in two parts, of which the second is what the first lacks. ROOT and COMPOUND, where it
// has them, are better than what is here. Source: C23 7.12, F.10.
//
// The cores report nothing in errno; special operands raise what Annex F says.

/// A product with a constant of two parts: rounded, and what the rounding lost.
static T product(T x, T high, T low, T *lost)
{
    T result = x * high;
    *lost = F(fma)(x, high, -result) + x * low;
    return result;
}

// Of operands up to 1/4.
static T sine_of_pi(T y)
{
    T lost, angle = product(y, PI_HIGH, PI_LOW, &lost);
    return F(sin)(angle) + lost * F(cos)(angle);
}

static T cosine_of_pi(T y)
{
    T lost, angle = product(y, PI_HIGH, PI_LOW, &lost);
    return F(cos)(angle) - lost * F(sin)(angle);
}

/// The nearest half turn's quarter below a period of 2, counted, and what is left of the operand.
static int quarter(T x, T *rest)
{
    T period = F(fmod)(F(fabs)(x), 2);
    int count = (int)(2 * period + C(0.5));
    *rest = period - count * C(0.5);
    return count & 3;
}

static T core_sinpi(T x)
{
    T y;
    if (!FINITE(x)) return x - x;
    int count = quarter(x, &y);
    T result = count & 1 ? cosine_of_pi(y) : y == 0 ? 0 : sine_of_pi(y);
    if (count & 2) result = -result;
    // Whole numbers give a zero with the operand's sign.
    if (result == 0) return F(copysign)(0, x);
    return F(copysign)(1, x) < 0 ? -result : result;
}

static T core_cospi(T x)
{
    T y;
    if (!FINITE(x)) return x - x;
    int count = quarter(x, &y);
    T result = count & 1 ? (y == 0 ? 0 : sine_of_pi(y)) : cosine_of_pi(y);
    return result == 0 ? 0 : count == 1 || count == 2 ? -result : result;
}

static T core_tanpi(T x)
{
    T y;
    if (!FINITE(x)) return x - x;
    int count = quarter(x, &y);
    T result;
    if (y == 0) result = count & 1 ? (count == 1 ? 1 : -1) / ZERO : count & 2 ? -C(0.0) : 0;
    else result = count & 1 ? -cosine_of_pi(y) / sine_of_pi(y) : sine_of_pi(y) / cosine_of_pi(y);
    return F(copysign)(1, x) < 0 ? -result : result;
}

static T core_acospi(T x) { return F(acos)(x) / PI_HIGH; }
static T core_asinpi(T x) { return F(asin)(x) / PI_HIGH; }
static T core_atanpi(T x) { return F(atan)(x) / PI_HIGH; }
static T core_atan2pi(T y, T x) { return F(atan2)(y, x) / PI_HIGH; }

static T core_exp2m1(T x)
{
    if (x == 0) return x;
    if (!(F(fabs)(x) < C(0.5))) return F(exp2)(x) - 1;
    T lost, power = product(x, LN2_HIGH, LN2_LOW, &lost), small = F(expm1)(power);
    return small + lost * (small + 1);
}

static T core_exp10m1(T x)
{
    if (x == 0) return x;
    if (!(F(fabs)(x) < C(0.25))) return F(exp10)(x) - 1;
    T lost, power = product(x, LN10_HIGH, LN10_LOW, &lost), small = F(expm1)(power);
    return small + lost * (small + 1);
}

static T core_logp1(T x, T (*logarithm)(T), T factor_high, T factor_low)
{
    if (x == 0) return x;
    if (F(fabs)(x) < C(0.5)) {
        T natural = F(log1p)(x);
        return natural * factor_high + natural * factor_low;
    }
    // 1 + x rounded, and what the rounding lost.
    T sum = 1 + x, lost = x - (sum - 1);
    T result = logarithm(sum);
    return lost == 0 || !FINITE(result) ? result : result + lost / sum * factor_high;
}
static T core_log2p1(T x) { return core_logp1(x, F(log2), LOG2E_HIGH, LOG2E_LOW); }
static T core_log10p1(T x) { return core_logp1(x, F(log10), LOG10E_HIGH, LOG10E_LOW); }

static T core_rsqrt(T x)
{
    T result = 1 / F(sqrt)(x);
    if (!FINITE(result) || result == 0) return result;
    // One step of Newton's takes away the error of the two roundings.
    T square = result * result, lost = F(fma)(result, result, -square);
    T error = F(fma)(-x, square, 1) - x * lost;
    return FINITE(error) ? result + result * C(0.5) * error : result;
}

static T core_powr(T x, T y)
{
    if (x != x) return x + y;
    if (x < 0) return INVALID;
    if (y != y) return x + y;
    if ((x == 0 && y == 0) || (!FINITE(x) && y == 0) || (x == 1 && !FINITE(y))) return INVALID;
    // A zero of either sign is one.
    return F(pow)(x == 0 ? 0 : x, y);
}

static T core_pown(T x, long long n)
{
    T result = F(pow)(F(fabs)(x), n);
    return n & 1 && F(copysign)(1, x) < 0 ? -result : result;
}

static T core_rootn(T x, long long n)
{
    if (x != x) return x + x;
    if (n == 0 || (x < 0 && n % 2 == 0)) return INVALID;
    T a = F(fabs)(x), result;
    if (a == 0) result = n > 0 ? 0 : 1 / a;
    else if (!FINITE(a)) result = n > 0 ? a : 0;
    else if (n == 1 || n == -1) result = n == 1 ? a : 1 / a;
    else if (n == 2) result = F(sqrt)(a);
#ifdef ROOT
    else result = ROOT(a, n);
#else
    else {
        // x = m * 2^(q n + r): the root of m * 2^r is small, so the rounding of 1/n costs little, and 2^q is exact.
        int exponent;
        T m = F(frexp)(a, &exponent);
        long long q = exponent / n, r = exponent % n;
        result = F(scalbn)(F(exp2)((T)r / n) * F(pow)(m, C(1.0) / n), (int)q);
        if (r == 0 && m == C(0.5)) result = F(scalbn)(F(pow)(C(0.5), C(1.0) / n), (int)q);
        // A whole root is exact.
        T near = F(rint)(result);
        if (n > 0 && n < 64 && near != result && F(fabs)(near - result) < result * EPSILON * 8 && F(pow)(near, n) == a) result = near;
    }
#endif
    return F(copysign)(1, x) < 0 && n % 2 ? -result : result;
}

static T core_compoundn(T x, long long n)
{
    if (x < -1) return INVALID;
    if (n == 0) return 1;
    if (x != x) return x + x;
    if (x == -1 || !FINITE(x)) return F(pow)(1 + x, n);
#ifdef COMPOUND
    return COMPOUND(x, n);
#else
    // 1 + x rounded, and what the rounding lost, which is so small that its power is an exponential.
    T sum = 1 + x, lost = x - (sum - 1);
    T result = F(pow)(sum, n);
    return lost == 0 || !FINITE(result) || result == 0 ? result : result * F(exp)((T)n * (lost / sum));
#endif
}
