// <printf.h>: printf_size, which writes a number in powers of 1024 or 1000 with a letter, and the conversion of floating-point numbers
// that glibc offers to handlers of the program's own. Source: the GNU C Library manual, "Predefined printf Handlers".
#include "information.h"
#include "printf.h"
#include <ctype.h>
#include <math.h>
#include <stdio.h>

/// Writes with the flags of `info`. The narrow form serves wide streams too, which fwprintf writes.
static int show(FILE *file, const struct printf_information *info, int conversion, int width, int precision, long double value)
{
    char format[16], *at = format;
    *at++ = '%';
    if (info->alt) *at++ = '#';
    if (info->space) *at++ = ' ';
    if (info->showsign) *at++ = '+';
    if (info->group) *at++ = '\'';
    if (info->left) *at++ = '-';
    if (info->pad == L'0') *at++ = '0';
    *at++ = '*', *at++ = '.', *at++ = '*', *at++ = 'L', *at++ = (char)conversion, *at = 0;
    if (!info->wide) return fprintf(file, format, width, precision, value);
    wchar_t wide[16];
    for (int i = 0; (wide[i] = format[i]); i++);
    return fwprintf(file, wide, width, precision, value);
}

static long double value_of(const struct printf_information *info, const void *const *arguments)
{
    return info->is_long_double ? *(const long double *)arguments[0] : *(const double *)arguments[0];
}

static int put(FILE *file, const struct printf_information *info, int c)
{
    return info->wide ? fputwc((wchar_t)c, file) == WEOF : putc(c, file) == EOF;
}

/// A conversion function: lower-case letters count in 1024, upper-case ones in 1000.
int printf_size(FILE *file, const struct printf_information *info, const void *const *arguments)
{
    static const char letters[2][12] = {" kmgtpezyrq", " KMGTPEZYRQ"};
    int upper = isupper((int)info->spec) != 0, power = 0;
    long double value = value_of(info, arguments), unit = upper ? 1000 : 1024;
    if (!isfinite(value)) return show(file, info, 'f', info->width, 0, value);
    // As on glibc, negative numbers stay as they are.
    while (value >= unit && power < 8) {
        value = info->is_long_double ? value / unit : (double)value / (double)unit;
        power++;
    }
    // The letter takes the last column of the width, or stands before what fills it.
    int width = info->left ? 0 : info->width > 1 ? info->width - 1 : info->width;
    int written = show(file, info, 'f', width, info->prec < 0 ? 3 : info->prec, value);
    if (written < 0 || put(file, info, letters[upper][power])) return -1;
    for (written++; info->left && written < info->width; written++)
        if (put(file, info, ' ')) return -1;
    return written;
}

/// What it takes: a double, or a long double.
int printf_size_info(const struct printf_information *info, size_t count, int *types)
{
    if (count > 0) types[0] = PA_DOUBLE | (info->is_long_double ? PA_FLAG_LONG_DOUBLE : 0);
    return 1;
}

/// The conversions e, f and g of a number, as printf does them.
int __printf_fp(FILE *file, const struct printf_information *info, const void *const *arguments)
{
    return show(file, info, (int)info->spec, info->width, info->prec < 0 ? 6 : info->prec, value_of(info, arguments));
}
