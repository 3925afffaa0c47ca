// <stdlib.h>: numbers as text: the ecvt family with the caller's buffer and of long double, and C23's strfrom.
//
// In C because printf, which does the conversion, is variadic. Source: ecvt_r(3), qecvt(3), strfromd(3).
#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// glibc cuts what it prints to the digits that the type holds.
enum { DOUBLE_DIGITS = 17, EXTENDED_DIGITS = 21, ROOM = 5000 };

static int fraction(long double value, int digits, int *point, int *negative, char *buffer, size_t size, int most)
{
    char text[ROOM];
    if (!buffer) {
        errno = EINVAL;
        return -1;
    }
    *negative = isfinite(value) && signbit(value);
    if (!isfinite(value)) {
        *point = 0;
        snprintf(buffer, size, "%Lf", value);
        return 0;
    }
    // Digits before the point are cut with a count below zero.
    long double scaled = fabsl(value), removed = 1;
    int cut = 0;
    for (; digits < 0 && scaled >= 1; digits++, cut++)
        scaled /= 10, removed *= 10;
    if (digits < 0)
        digits = 0;
    if (digits > most)
        digits = most;
    int length = snprintf(text, sizeof text, "%.*Lf", digits, scaled);
    if (length < 0 || (size_t)length >= sizeof text || (size_t)length >= size)
        return -1;
    const char *dot = strchr(text, '.');
    size_t whole = dot ? (size_t)(dot - text) : (size_t)length, used = 0;
    const char *at = text;
    *point = (int)whole + cut;
    if (whole == 1 && *text == '0' && value != 0 && dot) {
        // Below one: no digits before the point, and zeros after it count against the point.
        at = dot + 1;
        *point = 0;
        while (*at == '0')
            --*point, at++;
    }
    for (; *at; at++) {
        if (*at == '.')
            continue;
        if (used + 1 >= size)
            break;
        buffer[used++] = *at;
    }
    for (; cut > 0 && used + 1 < size; cut--)
        buffer[used++] = '0';
    if (size)
        buffer[used] = 0;
    return 0;
}

// One digit before the point, by powers of ten in the type itself: the last digits that glibc prints come from that arithmetic.
#define SCALE(name, type) \
    static type name(type value, int *exponent) \
    { \
        type magnitude = value < 0 ? -value : value, factor = 1; \
        *exponent = 0; \
        if (!isfinite(value) || value == 0) \
            return value; \
        if (magnitude < 1) { \
            /* A subnormal number needs a factor that the type does not hold. */ \
            for (; magnitude * (type)1e290 < 1; magnitude *= 10, value *= 10) \
                --*exponent; \
            do { \
                factor *= 10; \
                --*exponent; \
            } while (magnitude * factor < 1); \
            return value * factor; \
        } \
        if (magnitude < 10) \
            return value; \
        do { \
            factor *= 10; \
            ++*exponent; \
        } while (magnitude >= factor * 10); \
        return value / factor; \
    }
SCALE(scale, double)
SCALE(scale_extended, long double)

static int significant(long double scaled, int exponent, int digits, int *point, int *negative, char *buffer, size_t size, int most)
{
    if (digits <= 0 && size > 0) {
        *buffer = 0;
        *point = 1;
        *negative = isfinite(scaled) && signbit(scaled);
    } else if (fraction(scaled, (digits < most ? digits : most) - 1, point, negative, buffer, size, most)) {
        return -1;
    }
    *point += exponent;
    return 0;
}

int fcvt_r(double value, int digits, int *point, int *negative, char *buffer, size_t size)
{
    return fraction(value, digits, point, negative, buffer, size, DOUBLE_DIGITS);
}

int ecvt_r(double value, int digits, int *point, int *negative, char *buffer, size_t size)
{
    int exponent;
    double scaled = scale(value, &exponent);
    return significant(scaled, exponent, digits, point, negative, buffer, size, DOUBLE_DIGITS);
}

int qfcvt_r(long double value, int digits, int *point, int *negative, char *buffer, size_t size)
{
    return fraction(value, digits, point, negative, buffer, size, EXTENDED_DIGITS);
}

int qecvt_r(long double value, int digits, int *point, int *negative, char *buffer, size_t size)
{
    int exponent;
    long double scaled = scale_extended(value, &exponent);
    return significant(scaled, exponent, digits, point, negative, buffer, size, EXTENDED_DIGITS);
}

char *fcvt(double value, int digits, int *point, int *negative)
{
    static char buffer[ROOM];
    return fcvt_r(value, digits, point, negative, buffer, sizeof buffer) ? NULL : buffer;
}

char *ecvt(double value, int digits, int *point, int *negative)
{
    static char buffer[64];
    return ecvt_r(value, digits, point, negative, buffer, sizeof buffer) ? NULL : buffer;
}

char *gcvt(double value, int digits, char *buffer)
{
    sprintf(buffer, "%.*g", digits > DOUBLE_DIGITS ? DOUBLE_DIGITS : digits, value);
    return buffer;
}

char *qfcvt(long double value, int digits, int *point, int *negative)
{
    static char buffer[ROOM];
    return qfcvt_r(value, digits, point, negative, buffer, sizeof buffer) ? NULL : buffer;
}

char *qecvt(long double value, int digits, int *point, int *negative)
{
    static char buffer[64];
    return qecvt_r(value, digits, point, negative, buffer, sizeof buffer) ? NULL : buffer;
}

char *qgcvt(long double value, int digits, char *buffer)
{
    sprintf(buffer, "%.*Lg", digits > EXTENDED_DIGITS ? EXTENDED_DIGITS : digits, value);
    return buffer;
}

/// A format of strfrom is one conversion, with a precision or without, of the kinds aAeEfFgG.
static bool numeric_format(const char *format, char *with_size, char size)
{
    const char *at = format;
    size_t used = 0;
    if (*at != '%')
        return false;
    with_size[used++] = *at++;
    if (*at == '.') {
        with_size[used++] = *at++;
        while (*at >= '0' && *at <= '9' && used < 16)
            with_size[used++] = *at++;
    }
    if (!*at || !strchr("aAeEfFgG", *at) || at[1])
        return false;
    if (size)
        with_size[used++] = size;
    with_size[used++] = *at;
    with_size[used] = 0;
    return true;
}

#define STRFROM(name, type, size, promoted) \
    int name(char *to, size_t room, const char *format, type value) \
    { \
        char text[24]; \
        /* glibc aborts for what is not such a format. */ \
        if (!numeric_format(format, text, size)) \
            abort(); \
        return snprintf(to, room, text, (promoted)value); \
    }
STRFROM(strfromf, float, 0, double)
STRFROM(strfromd, double, 0, double)
STRFROM(strfroml, long double, 'L', long double)
