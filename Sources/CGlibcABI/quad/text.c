// <stdlib.h>, <wchar.h>: _Float128 to and from text, through libquadmath. Source: TS 18661-3, strtof128(3), strfromd(3).
#include "quad.h"
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#if defined __x86_64__
/// errno is ERANGE where the number is too large or too small.
// libquadmath's NaN has no sign.
Q strtof128(const char *restrict text, char **restrict end)
{
    Q value = QUAD(Q, strtoflt128, const char *, char **)(text, end);
    if (__builtin_expect(value != value, 0) && text[strspn(text, " \t\n\v\f\r")] == '-')
        value = -value;
    return value;
}
Q strtof128_l(const char *restrict text, char **restrict end, locale_t locale) { (void)locale; return strtof128(text, end); }
Q __strtof128_internal(const char *restrict text, char **restrict end, int group) { (void)group; return strtof128(text, end); }

/// The characters that a number can have are ASCII's: the text up to the first other one is converted as such.
Q wcstof128(const wchar_t *restrict text, wchar_t **restrict end)
{
    size_t spaces = 0, length = 0;
    while (text[spaces] == L' ' || (text[spaces] >= L'\t' && text[spaces] <= L'\r')) spaces++;
    while (text[spaces + length] > 0 && text[spaces + length] < 128) length++;
    char small[256], *copy = length < sizeof small ? small : malloc(length + 1), *stop;
    if (!copy) return 0;
    for (size_t i = 0; i < length; i++) copy[i] = (char)text[spaces + i];
    copy[length] = 0;
    Q result = strtof128(copy, &stop);
    if (end) *end = (wchar_t *)(stop == copy ? text : text + spaces + (stop - copy));
    if (copy != small) free(copy);
    return result;
}

Q wcstof128_l(const wchar_t *restrict text, wchar_t **restrict end, locale_t locale) { (void)locale; return wcstof128(text, end); }
Q __wcstof128_internal(const wchar_t *restrict text, wchar_t **restrict end, int group) { (void)group; return wcstof128(text, end); }

/// A number by one conversion, "%a" to "%g" with a precision or without. -1 and EINVAL for another format.
int strfromf128(char *restrict buffer, size_t size, const char *restrict format, Q x)
{
    char full[32];
    size_t used = 0, at = 0;
    if (format[at++] != '%') goto bad;
    full[used++] = '%';
    if (format[at] == '.') {
        full[used++] = format[at++];
        while (format[at] >= '0' && format[at] <= '9') {
            if (used > 12) goto bad;
            full[used++] = format[at++];
        }
    }
    full[used++] = 'Q';
    if (!format[at] || !strchr("aAeEfFgG", format[at]) || format[at + 1]) goto bad;
    full[used++] = format[at];
    full[used] = 0;
    return QUAD(int, quadmath_snprintf, char *, size_t, const char *, ...)(buffer, size, full, x);
bad:
    errno = EINVAL;
    return -1;
}
#endif
