// <monetary.h>: amounts of money, in the locales there are: no symbol, no grouping, two digits, a minus in front.
// In C because it is variadic. Source: strfmon(3), POSIX strfmon.
#include <errno.h>
#include <locale.h>
#include <math.h>
#include <monetary.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct conversion {
    char fill;
    bool left, parentheses;
    long width, whole, places;
};

/// A decimal count; -1 where there is none.
static long count(const char **at)
{
    if (**at < '0' || **at > '9')
        return -1;
    long result = 0;
    while (**at >= '0' && **at <= '9' && result < 100000)
        result = result * 10 + *(*at)++ - '0';
    return result;
}

/// False for a flag that no format has.
static bool flags(const char **at, struct conversion *c)
{
    for (bool sign = false;; ++*at)
        switch (**at) {
        case '=':
            c->fill = *++*at;
            if (!c->fill)
                return false;
            break;
        case '^': case '!':
            break;
        case '+': case '(':
            if (sign)
                return false;
            sign = true;
            c->parentheses = **at == '(';
            break;
        case '-':
            c->left = true;
            break;
        default:
            return true;
        }
}

/// The amount as text, its sign included. With a count of whole digits, signs of positive and negative amounts take the same room.
static int amount(char *to, size_t room, const struct conversion *c, long double value)
{
    bool negative = signbit(value);
    char digits[6000], filler[64] = "";
    int length = snprintf(digits, sizeof digits, "%.*Lf", (int)(c->places < 0 ? 2 : c->places), fabsl(value));
    if (length < 0 || (size_t)length >= sizeof digits)
        return -1;
    size_t whole = strcspn(digits, ".");
    if (c->whole > (long)whole) {
        size_t missing = (size_t)c->whole - whole;
        if (missing >= sizeof filler)
            return -1;
        memset(filler, c->fill, missing);
        filler[missing] = 0;
    }
    const char *before = negative ? c->parentheses ? "(" : "-" : c->whole >= 0 ? " " : "";
    const char *after = c->parentheses ? negative ? ")" : c->whole >= 0 ? " " : "" : "";
    return snprintf(to, room, "%s%s%s%s", before, filler, digits, after);
}

static ssize_t format_money(char *to, size_t room, const char *format, va_list arguments)
{
    size_t used = 0;
    while (*format) {
        char text[6200];
        int length = 1;
        struct conversion c = {' ', false, false, -1, -1, -1};
        if (*format != '%') {
            text[0] = *format++;
        } else if (*++format == '%') {
            text[0] = *format++;
        } else {
            if (!flags(&format, &c))
                goto invalid;
            c.width = count(&format);
            if (*format == '#' && (format++, c.whole = count(&format)) < 0)
                goto invalid;
            if (*format == '.' && (format++, c.places = count(&format)) < 0)
                goto invalid;
            bool extended = *format == 'L';
            format += extended;
            if (*format != 'i' && *format != 'n')
                goto invalid;
            format++;
            length = amount(text, sizeof text, &c, extended ? va_arg(arguments, long double) : va_arg(arguments, double));
            if (length < 0)
                goto invalid;
        }
        size_t padding = c.width > length ? (size_t)(c.width - length) : 0;
        if ((size_t)length + padding >= room - used) {
            errno = E2BIG;
            return -1;
        }
        if (padding && !c.left)
            memset(to + used, ' ', padding), used += padding;
        memcpy(to + used, text, (size_t)length);
        used += (size_t)length;
        if (padding && c.left)
            memset(to + used, ' ', padding), used += padding;
    }
    if (!room) {
        errno = E2BIG;
        return -1;
    }
    to[used] = 0;
    return (ssize_t)used;
invalid:
    errno = EINVAL;
    return -1;
}

ssize_t strfmon(char *restrict to, size_t room, const char *restrict format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    ssize_t result = format_money(to, room, format, arguments);
    va_end(arguments);
    return result;
}

ssize_t strfmon_l(char *restrict to, size_t room, locale_t locale, const char *restrict format, ...)
{
    (void)locale;
    va_list arguments;
    va_start(arguments, format);
    ssize_t result = format_money(to, room, format, arguments);
    va_end(arguments);
    return result;
}
