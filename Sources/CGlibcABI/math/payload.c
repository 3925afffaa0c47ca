// <math.h>: the payload of a NaN, and the total order of all encodings. Source: TS 18661-1, F.10.13, F.10.12.
#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// The value of a fraction's bits below the quiet bit, or -1 where it is no NaN.
double getpayload(const double *x)
{
    uint64_t bits;
    memcpy(&bits, x, sizeof bits);
    return isnan(*x) ? (double)(bits & 0x0007ffffffffffff) : -1;
}

float getpayloadf(const float *x)
{
    uint32_t bits;
    memcpy(&bits, x, sizeof bits);
    return (bits & 0x7fffffff) > 0x7f800000 ? (float)(bits & 0x003fffff) : -1;
}

long double getpayloadl(const long double *x)
{
    uint64_t bits;
    memcpy(&bits, x, sizeof bits);
    return isnan(*x) ? (long double)(bits & 0x3fffffffffffffff) : -1;
}

// What nan's text says: a whole number as strtoull reads it; other texts, and those with more behind the number, say nothing.
static uint64_t tagged(const char *tag)
{
    char *end;
    int saved = errno;
    if (!isalnum((unsigned char)*tag))
        return 0;
    uint64_t payload = strtoull(tag, &end, 0);
    errno = saved;
    return *end ? 0 : payload;
}

/// A quiet NaN with the payload that the text says; musl's has none. Source: nan(3).
double nan(const char *tag)
{
    uint64_t bits = UINT64_C(0x7ff8000000000000) | (tagged(tag) & UINT64_C(0x0007ffffffffffff));
    double result;
    memcpy(&result, &bits, sizeof result);
    return result;
}

float nanf(const char *tag)
{
    uint32_t bits = UINT32_C(0x7fc00000) | (tagged(tag) & UINT32_C(0x003fffff));
    float result;
    memcpy(&result, &bits, sizeof result);
    return result;
}

long double nanl(const char *tag)
{
    uint64_t bits = UINT64_C(0xc000000000000000) | (tagged(tag) & UINT64_C(0x3fffffffffffffff));
    long double result = NAN;
    memcpy(&result, &bits, sizeof bits);
    return result;
}

// A payload is a whole number that fits the bits; a signaling NaN needs one above 0, or it would be an infinity.
static bool fits(long double payload, int bits, bool signaling)
{
    return payload >= (signaling ? 1 : 0) && payload < (long double)(UINT64_C(1) << bits) && payload == (uint64_t)payload && !(payload == 0 && signbit(payload));
}

static int set(double *to, double payload, bool signaling)
{
    uint64_t bits = 0;
    bool good = fits(payload, 51, signaling);
    if (good)
        bits = UINT64_C(0x7ff0000000000000) | (signaling ? 0 : UINT64_C(1) << 51) | (uint64_t)payload;
    memcpy(to, &bits, sizeof bits);
    return !good;
}

static int set_float(float *to, float payload, bool signaling)
{
    uint32_t bits = 0;
    bool good = fits(payload, 22, signaling);
    if (good)
        bits = 0x7f800000u | (signaling ? 0 : 1u << 22) | (uint32_t)payload;
    memcpy(to, &bits, sizeof bits);
    return !good;
}

static int set_extended(long double *to, long double payload, bool signaling)
{
    uint64_t fraction = 0;
    uint16_t top = 0;
    bool good = fits(payload, 62, signaling);
    if (good) {
        fraction = UINT64_C(1) << 63 | (signaling ? 0 : UINT64_C(1) << 62) | (uint64_t)payload;
        top = 0x7fff;
    }
    memcpy(to, &fraction, 8);
    memcpy((char *)to + 8, &top, 2);
    return !good;
}

int setpayload(double *to, double payload) { return set(to, payload, false); }
int setpayloadsig(double *to, double payload) { return set(to, payload, true); }
int setpayloadf(float *to, float payload) { return set_float(to, payload, false); }
int setpayloadsigf(float *to, float payload) { return set_float(to, payload, true); }
int setpayloadl(long double *to, long double payload) { return set_extended(to, payload, false); }
int setpayloadsigl(long double *to, long double payload) { return set_extended(to, payload, true); }

// In the total order the encodings are sign and magnitude: negative ones stand in reverse.
static bool ordered(bool negative_x, bool negative_y, int magnitudes)
{
    if (negative_x != negative_y)
        return negative_x;
    return negative_x ? magnitudes >= 0 : magnitudes <= 0;
}

static int compare(uint64_t a, uint64_t b) { return (a > b) - (a < b); }

static int order(const double *x, const double *y, uint64_t mask)
{
    uint64_t a, b;
    memcpy(&a, x, sizeof a);
    memcpy(&b, y, sizeof b);
    a &= mask, b &= mask;
    return ordered(a >> 63, b >> 63, compare(a & INT64_MAX, b & INT64_MAX));
}

static int order_float(const float *x, const float *y, uint32_t mask)
{
    uint32_t a, b;
    memcpy(&a, x, sizeof a);
    memcpy(&b, y, sizeof b);
    a &= mask, b &= mask;
    return ordered(a >> 31, b >> 31, compare(a & INT32_MAX, b & INT32_MAX));
}

static int order_extended(const long double *x, const long double *y, uint16_t mask)
{
    uint64_t a, b;
    uint16_t top_a, top_b;
    memcpy(&a, x, 8), memcpy(&top_a, (const char *)x + 8, 2);
    memcpy(&b, y, 8), memcpy(&top_b, (const char *)y + 8, 2);
    top_a &= mask, top_b &= mask;
    int magnitudes = compare(top_a & 0x7fff, top_b & 0x7fff);
    return ordered(top_a >> 15, top_b >> 15, magnitudes ? magnitudes : compare(a, b));
}

int totalorder(const double *x, const double *y) { return order(x, y, UINT64_MAX); }
int totalordermag(const double *x, const double *y) { return order(x, y, INT64_MAX); }
int totalorderf(const float *x, const float *y) { return order_float(x, y, UINT32_MAX); }
int totalordermagf(const float *x, const float *y) { return order_float(x, y, INT32_MAX); }
int totalorderl(const long double *x, const long double *y) { return order_extended(x, y, UINT16_MAX); }
int totalordermagl(const long double *x, const long double *y) { return order_extended(x, y, INT16_MAX); }
