// libmvec's functions: one lane after the other through the scalar function, at the vector ABI. The letter in a name is the
// instruction set its arguments travel in (b SSE4, c AVX, d AVX2, e AVX-512), the number the lanes. Source: glibc's libmvec(7),
// the x86 Vector Function ABI.
#pragma once
#include <math.h>

#define VECTOR(type, lanes) __attribute__((vector_size(sizeof(type) * (lanes)))) type

#define MVEC1(isa, lanes, type, suffix, function) \
    VECTOR(type, lanes) _ZGV##isa##N##lanes##v_##function##suffix(VECTOR(type, lanes) x) \
    { \
        for (int i = 0; i < lanes; i++) \
            x[i] = function##suffix(x[i]); \
        return x; \
    }
#define MVEC2(isa, lanes, type, suffix, function) \
    VECTOR(type, lanes) _ZGV##isa##N##lanes##vv_##function##suffix(VECTOR(type, lanes) x, VECTOR(type, lanes) y) \
    { \
        for (int i = 0; i < lanes; i++) \
            x[i] = function##suffix(x[i], y[i]); \
        return x; \
    }
#define MVEC(isa, lanes, type, suffix) \
    MVEC1(isa, lanes, type, suffix, acos) MVEC1(isa, lanes, type, suffix, acosh) MVEC1(isa, lanes, type, suffix, asin) \
    MVEC1(isa, lanes, type, suffix, asinh) MVEC1(isa, lanes, type, suffix, atan) MVEC1(isa, lanes, type, suffix, atanh) \
    MVEC1(isa, lanes, type, suffix, cbrt) MVEC1(isa, lanes, type, suffix, cos) MVEC1(isa, lanes, type, suffix, cosh) \
    MVEC1(isa, lanes, type, suffix, erf) MVEC1(isa, lanes, type, suffix, erfc) MVEC1(isa, lanes, type, suffix, exp) \
    MVEC1(isa, lanes, type, suffix, exp10) MVEC1(isa, lanes, type, suffix, exp2) MVEC1(isa, lanes, type, suffix, expm1) \
    MVEC1(isa, lanes, type, suffix, log) MVEC1(isa, lanes, type, suffix, log10) MVEC1(isa, lanes, type, suffix, log1p) \
    MVEC1(isa, lanes, type, suffix, log2) MVEC1(isa, lanes, type, suffix, sin) MVEC1(isa, lanes, type, suffix, sinh) \
    MVEC1(isa, lanes, type, suffix, tan) MVEC1(isa, lanes, type, suffix, tanh) \
    MVEC2(isa, lanes, type, suffix, atan2) MVEC2(isa, lanes, type, suffix, hypot) MVEC2(isa, lanes, type, suffix, pow)

// sincos takes vectors of pointers: as many registers of `width` pointers each as the lanes need, sines first.
typedef __attribute__((vector_size(16))) unsigned long pointers2;
typedef __attribute__((vector_size(32))) unsigned long pointers4;
typedef __attribute__((vector_size(64))) unsigned long pointers8;

#define STORE(type, suffix, x, lane, sines, cosines, at) sincos##suffix(x[lane], (type *)sines[at], (type *)cosines[at])
#define SINCOS1(isa, lanes, type, suffix, pointers) \
    void _ZGV##isa##N##lanes##vvv_sincos##suffix(VECTOR(type, lanes) x, pointers s, pointers c) \
    { \
        for (int i = 0; i < lanes; i++) \
            STORE(type, suffix, x, i, s, c, i); \
    }
#define SINCOS2(isa, lanes, type, suffix, pointers) \
    void _ZGV##isa##N##lanes##vvv_sincos##suffix(VECTOR(type, lanes) x, pointers s0, pointers s1, pointers c0, pointers c1) \
    { \
        for (int i = 0; i < lanes / 2; i++) { \
            STORE(type, suffix, x, i, s0, c0, i); \
            STORE(type, suffix, x, lanes / 2 + i, s1, c1, i); \
        } \
    }
#define SINCOS4(isa, lanes, type, suffix, pointers) \
    void _ZGV##isa##N##lanes##vvv_sincos##suffix(VECTOR(type, lanes) x, pointers s0, pointers s1, pointers s2, pointers s3, \
                                                 pointers c0, pointers c1, pointers c2, pointers c3) \
    { \
        for (int i = 0; i < lanes / 4; i++) { \
            STORE(type, suffix, x, i, s0, c0, i); \
            STORE(type, suffix, x, lanes / 4 + i, s1, c1, i); \
            STORE(type, suffix, x, lanes / 2 + i, s2, c2, i); \
            STORE(type, suffix, x, 3 * lanes / 4 + i, s3, c3, i); \
        } \
    }
