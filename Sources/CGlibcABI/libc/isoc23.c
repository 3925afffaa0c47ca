// <stdlib.h>, <wchar.h>: C23's strtol family, which programs built with glibc 2.38 or newer call: 0b begins a binary number in base 0
// or 2. long and long long have 64 bits here, so one function serves both. Source: C23 7.24.1.7.
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <wchar.h>
#include <wctype.h>

_Static_assert(sizeof(long) == sizeof(long long), "one function for both");

// The plain function where there is no prefix; otherwise its digits alone, whose sign and range are then this function's matter.
#define DEFINE(name, character, is_space, plain_signed, plain_unsigned, result_type, is_signed) \
    result_type name(const character *text, character **end, int base) \
    { \
        const character *at = text; \
        while (is_space(*at)) \
            at++; \
        bool negative = *at == '-'; \
        if (*at == '-' || *at == '+') \
            at++; \
        bool binary = (base == 0 || base == 2) && at[0] == '0' && (at[1] == 'b' || at[1] == 'B') && (at[2] == '0' || at[2] == '1'); \
        if (!binary) \
            return (result_type)(is_signed ? (unsigned long)plain_signed(text, end, base) : plain_unsigned(text, end, base)); \
        unsigned long magnitude = plain_unsigned(at + 2, end, 2); \
        unsigned long most = !is_signed ? ULONG_MAX : negative ? (unsigned long)LONG_MAX + 1 : LONG_MAX; \
        if (magnitude > most) { \
            errno = ERANGE; \
            return (result_type)most; \
        } \
        return (result_type)(negative && !(!is_signed && errno == ERANGE && magnitude == ULONG_MAX) ? -magnitude : magnitude); \
    }
DEFINE(__isoc23_strtol, char, isspace, strtol, strtoul, long, true)
DEFINE(__isoc23_strtoul, char, isspace, strtol, strtoul, unsigned long, false)
DEFINE(__isoc23_wcstol, wchar_t, iswspace, wcstol, wcstoul, long, true)
DEFINE(__isoc23_wcstoul, wchar_t, iswspace, wcstol, wcstoul, unsigned long, false)
