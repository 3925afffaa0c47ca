// What the files of _Float128 share. Its arithmetic is libgcc's; what needs approximation comes from libquadmath, GCC's library, which is opened
// when the first such function is called. Source: ISO/IEC TS 18661-3, IEEE 754 binary128.
#pragma once
#if defined __x86_64__
#include <errno.h>
#include <fenv.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef __float128 Q;
typedef _Complex float __attribute__((mode(TC))) CQ;

/// The function `name` of libquadmath. Without the library the process ends with one line that says so.
void *glibc_compat_quad(const char *name, void *volatile *cache);

#define QUAD(type, name, ...) \
    ((type (*)(__VA_ARGS__)) __extension__ ({ \
        static void *volatile cache; \
        void *found = cache; \
        found ? found : glibc_compat_quad(#name, &cache); \
    }))

// The bits: one of sign, 15 of exponent, 112 of fraction.
typedef unsigned __int128 Bits;
enum { FRACTION_BITS = 112, BIAS = 16383, EXPONENT_MAX = 32767 };
#define FRACTION_MASK (((Bits)1 << FRACTION_BITS) - 1)
#define SIGN_MASK ((Bits)1 << 127)
#define QUIET_BIT ((Bits)1 << 111)

static inline Bits bits_of(Q x) { Bits b; memcpy(&b, &x, sizeof b); return b; }
static inline Q value_of(Bits b) { Q x; memcpy(&x, &b, sizeof x); return x; }
static inline int exponent_of(Q x) { return (int)(bits_of(x) >> FRACTION_BITS) & EXPONENT_MAX; }
static inline bool negative(Q x) { return bits_of(x) >> 127; }
static inline bool is_nan(Q x) { return (bits_of(x) & ~SIGN_MASK) > (Bits)EXPONENT_MAX << FRACTION_BITS; }
static inline bool is_infinite(Q x) { return (bits_of(x) & ~SIGN_MASK) == (Bits)EXPONENT_MAX << FRACTION_BITS; }
static inline bool is_finite(Q x) { return exponent_of(x) != EXPONENT_MAX; }
static inline bool is_signaling(Q x) { return is_nan(x) && !(bits_of(x) & QUIET_BIT); }
static inline Q magnitude(Q x) { return value_of(bits_of(x) & ~SIGN_MASK); }
static inline Q with_sign(Q x, Q y) { return value_of((bits_of(x) & ~SIGN_MASK) | (bits_of(y) & SIGN_MASK)); }

#define Q_INFINITY value_of((Bits)EXPONENT_MAX << FRACTION_BITS)

static inline void domain_error(bool is) { if (__builtin_expect(is, 0)) errno = EDOM; }
static inline void range_error(bool is) { if (__builtin_expect(is, 0)) errno = ERANGE; }
#endif
