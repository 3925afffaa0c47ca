// <math.h>: conversion to an integer of a given width with a given rounding. Source: TS 18661-1, fromfp; results as in glibc 2.36.
#include "types.h"
#include <errno.h>
#include <fenv.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>

enum { UPWARD, DOWNWARD, TOWARDZERO, TONEARESTFROMZERO, TONEAREST };

long double roundevenl(long double);

static long double rounded(long double x, int how)
{
    switch (how) {
    case UPWARD: return ceill(x);
    case DOWNWARD: return floorl(x);
    case TOWARDZERO: return truncl(x);
    case TONEARESTFROMZERO: return roundl(x);
    default: return roundevenl(x);
    }
}

static uint64_t out_of_range(uint64_t result)
{
    feraiseexcept(FE_INVALID);
    errno = EDOM;
    return result;
}

/// Every one of the three types fits into long double, and so does every 64-bit integer.
static uint64_t convert(long double x, int how, unsigned width, bool is_signed, bool inexact)
{
    if (width > 64)
        width = 64;
    if (width == 0)
        return out_of_range(0);
    bool negative = signbit(x);
    uint64_t most = UINT64_MAX >> (64 - width);
    if (is_signed)
        most >>= 1;
    uint64_t least = !is_signed ? 0 : -(most + 1);
    if (isnan(x) || isinf(x))
        return out_of_range(negative ? least : most);
    fenv_t environment;
    feholdexcept(&environment);
    long double whole = rounded(x, how);
    fesetenv(&environment);
    if (whole > (long double)most || (is_signed ? whole < -(long double)most - 1 : whole < 0))
        return out_of_range(negative ? least : most);
    if (inexact && whole != x)
        feraiseexcept(FE_INEXACT);
    return whole < 0 ? -(uint64_t)-whole : (uint64_t)whole;
}

#define DEFINE(type, suffix) \
    intmax_t JOIN(fromfp, suffix)(type x, int how, unsigned width) { return (intmax_t)convert(x, how, width, true, false); } \
    intmax_t JOIN(fromfpx, suffix)(type x, int how, unsigned width) { return (intmax_t)convert(x, how, width, true, true); } \
    uintmax_t JOIN(ufromfp, suffix)(type x, int how, unsigned width) { return convert(x, how, width, false, false); } \
    uintmax_t JOIN(ufromfpx, suffix)(type x, int how, unsigned width) { return convert(x, how, width, false, true); }
FLOATING_TYPES(DEFINE)
