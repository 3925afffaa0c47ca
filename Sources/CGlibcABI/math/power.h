// Powers in long double by 128-bit integers: 24 bits more than the result has, so it is rounded as the exact power would be but for one in
// millions. errno is the callers' affair.
#pragma once

/// A number as mantissa / 2^127 * 2^exponent, the mantissa's first bit set; or 0.
struct wide {
    unsigned __int128 mantissa;
    int exponent, negative;
};

/// log2(1 + x) and log2(x); of finite operands above -1 and above 0.
struct wide glibc_compat_log2_1p(long double x);
struct wide glibc_compat_log2(long double x);
struct wide glibc_compat_wide_times(struct wide, long double);
struct wide glibc_compat_wide_over(struct wide, unsigned long);
/// 2^x or -2^x, rounded as the thread rounds. Exceptions as of an operation.
long double glibc_compat_exp2(struct wide x, int negative);

/// pow, without errno. Source: pow(3), C23 F.10.4.5.
long double glibc_compat_powl(long double x, long double y);
