// <math.h>: the maximum and minimum functions of C23, and those of TS 18661-1 by magnitude.
//
// fmaximum gives a NaN for a NaN, the _num forms prefer a number; +0 counts as more than -0 in all of them. A signaling NaN
// raises "invalid" through the addition. Source: C23 7.12.12, F.10.9.
#include "types.h"
#include <math.h>
#include <stdbool.h>

#define DEFINE(type, suffix) \
    static bool more##suffix(type x, type y) \
    { \
        return x > y || (x == y && signbit(y) && !signbit(x)); \
    } \
    static bool more_magnitude##suffix(type x, type y) \
    { \
        type a = JOIN(fabs, suffix)(x), b = JOIN(fabs, suffix)(y); \
        return a > b || (a == b && more##suffix(x, y)); \
    } \
    static bool less_magnitude##suffix(type x, type y) \
    { \
        type a = JOIN(fabs, suffix)(x), b = JOIN(fabs, suffix)(y); \
        return a < b || (a == b && more##suffix(y, x)); \
    } \
    static type number##suffix(type x, type y) \
    { \
        /* One is a NaN: the addition raises what a signaling one must raise. */ \
        volatile type sum = x + y; \
        return !isnan(x) ? x : !isnan(y) ? y : sum; \
    } \
    type JOIN(fmaximum, suffix)(type x, type y) { return isunordered(x, y) ? x + y : more##suffix(x, y) ? x : y; } \
    type JOIN(fminimum, suffix)(type x, type y) { return isunordered(x, y) ? x + y : more##suffix(x, y) ? y : x; } \
    type JOIN(fmaximum_num, suffix)(type x, type y) { return isunordered(x, y) ? number##suffix(x, y) : more##suffix(x, y) ? x : y; } \
    type JOIN(fminimum_num, suffix)(type x, type y) { return isunordered(x, y) ? number##suffix(x, y) : more##suffix(x, y) ? y : x; } \
    type JOIN(fmaximum_mag, suffix)(type x, type y) { return isunordered(x, y) ? x + y : more_magnitude##suffix(x, y) ? x : y; } \
    type JOIN(fminimum_mag, suffix)(type x, type y) { return isunordered(x, y) ? x + y : less_magnitude##suffix(x, y) ? x : y; } \
    type JOIN(fmaximum_mag_num, suffix)(type x, type y) \
    { \
        return isunordered(x, y) ? number##suffix(x, y) : more_magnitude##suffix(x, y) ? x : y; \
    } \
    type JOIN(fminimum_mag_num, suffix)(type x, type y) \
    { \
        return isunordered(x, y) ? number##suffix(x, y) : less_magnitude##suffix(x, y) ? x : y; \
    } \
    type JOIN(fmaxmag, suffix)(type x, type y) { return JOIN(fmaximum_mag_num, suffix)(x, y); } \
    type JOIN(fminmag, suffix)(type x, type y) { return JOIN(fminimum_mag_num, suffix)(x, y); }
FLOATING_TYPES(DEFINE)
