// <stdio.h>: sscanf. What plainly fits the format is read here; anything else, and whatever does not fit, is musl's matter from
// the start (libc/old_scanf.c).
//
// musl makes a stream of the text and reads it byte by byte. Source of the meaning: scanf(3).
#include "sscanf.h"
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum length { SHORTER = -2, SHORT, INT, LONG, LONG_LONG, LONG_DOUBLE };

static inline bool is_space(char c) { return c == ' ' || (unsigned char)(c - '\t') < 5; }

static void store_integer(void *to, enum length length, uint64_t value)
{
    switch (length) {
    case SHORTER: *(unsigned char *)to = (unsigned char)value; break;
    case SHORT: *(unsigned short *)to = (unsigned short)value; break;
    case INT: *(unsigned *)to = (unsigned)value; break;
    default: *(uint64_t *)to = value;
    }
}

/// A number; base 0 is that of %i. NULL for any other text. Beyond 64 bits it is, as with glibc, what strtol or strtoul make of it, errno included.
static const char *read_integer(const char *at, unsigned base, bool is_signed, uint64_t *value)
{
    const char *text = at;
    bool negative = *at == '-';
    if (*at == '-' || *at == '+')
        at++;
    const char *first = at;
    uint64_t sum = 0;
    unsigned letter_behind = (unsigned char)(*at == '0' ? at[1] | 0x20 : 0);
    if (letter_behind == 'x' && (base == 16 || base == 0))
        at += 2, base = 16;         // as with glibc, "0x" alone is a number
    else if (base == 0 && letter_behind == 'b')
        return NULL;
    else if (base == 0)
        base = *at == '0' ? 8 : 10;
    for (;; at++) {
        unsigned digit = (unsigned char)*at - '0', letter = ((unsigned char)*at | 0x20) - 'a';
        if (digit > 9)
            digit = letter < 6 ? letter + 10 : 16;
        if (digit >= base)
            break;
        sum = sum * base + digit;
    }
    if (at == first)
        return NULL;
    // 15 characters overflow nothing.
    if (at - first > 15) {
        char *end;
        *value = is_signed ? (uint64_t)strtol(text, &end, (int)base) : strtoul(text, &end, (int)base);
        return end == at ? at : NULL;
    }
    *value = negative ? -sum : sum;
    return at;
}

static const char *read_real(const char *at, void *to, enum length length)
{
    const char *digit = at + (*at == '-' || *at == '+');
    if ((unsigned char)(*digit - '0') > 9 || (*digit == '0' && (digit[1] | 0x20) == 'x'))
        return NULL;
    char *end;
    union { float single; double usual; long double extended; } value;
    if (length == INT)
        value.single = strtof(at, &end);
    else if (length == LONG)
        value.usual = strtod(at, &end);
    else
        value.extended = strtold(at, &end);
    // glibc's scanf, unlike strtod, takes the letter of an exponent that does not come, and its sign.
    bool exponent = false;
    for (const char *each = at; each < end; each++)
        exponent |= (*each | 0x20) == 'e';
    if (!exponent && (*end | 0x20) == 'e') {
        end++;
        end += *end == '-' || *end == '+';
    }
    if (to && length == INT)
        *(float *)to = value.single;
    else if (to && length == LONG)
        *(double *)to = value.usual;
    else if (to)
        *(long double *)to = value.extended;
    return end;
}

static const char *read_text(const char *at, char *to, unsigned width)
{
    const char *first = at;
    for (; *at && !is_space(*at) && (size_t)(at - first) < width; at++)
        if (to)
            to[at - first] = *at;
    if (to)
        to[at - first] = 0;
    return at;
}

/// As glibc, fewer where the text ends; there is one.
static const char *read_characters(const char *at, char *to, unsigned count)
{
    for (unsigned i = 0; i < count && *at; i++, at++)
        if (to)
            to[i] = *at;
    return at;
}

struct list { va_list arguments; };

static int scan_plainly(const char *text, const char *format, struct list *list)
{
    const char *at = text;
    int assigned = 0;
    for (; *format; format++) {
        if (is_space(*format)) {
            while (is_space(*at))
                at++;
            continue;
        }
        if (*format != '%') {
            if (*at++ != *format)
                return -1;
            continue;
        }
        bool keeps = *++format != '*';
        format += !keeps;
        unsigned width = 0;
        for (; (unsigned char)(*format - '0') < 10; format++)
            if ((width = width * 10 + (unsigned)(*format - '0')) > 100000000)
                return -1;
        enum length length = INT;
        switch (*format) {
        case 'h': length = *++format == 'h' ? (format++, SHORTER) : SHORT; break;
        case 'l': length = *++format == 'l' ? (format++, LONG_LONG) : LONG; break;
        case 'L': format++, length = LONG_DOUBLE; break;
        case 'z': case 'j': case 't': format++, length = LONG; break;
        }
        char conversion = *format;
        if (!conversion || !strchr("duxXipefgscn", conversion))
            return -1;
        if (conversion != 'c' && conversion != 'n')
            while (is_space(*at))
                at++;
        // The text has ended: what was assigned counts, and whether nothing is an end of file is for the other way to say.
        if (!*at && conversion != 'n')
            return assigned ? assigned : -1;
        uint64_t value;
        switch (conversion) {
        case 'd': case 'u': case 'x': case 'X': case 'i': case 'p':
            if (conversion == 'p')
                length = LONG;
            at = width ? NULL : read_integer(at, conversion == 'i' ? 0 : conversion == 'd' || conversion == 'u' ? 10 : 16,
                                             conversion == 'd' || conversion == 'i', &value);
            if (at && keeps)
                store_integer(va_arg(list->arguments, void *), length, value);
            break;
        case 'e': case 'f': case 'g':
            at = width || length < INT || length == LONG_LONG ? NULL : read_real(at, keeps ? va_arg(list->arguments, void *) : NULL, length);
            break;
        case 's':
            at = length != INT ? NULL : read_text(at, keeps ? va_arg(list->arguments, char *) : NULL, width ? width : UINT32_MAX);
            break;
        case 'c':
            at = length != INT ? NULL : read_characters(at, keeps ? va_arg(list->arguments, char *) : NULL, width ? width : 1);
            break;
        case 'n':
            if (!keeps || width)
                return -1;
            store_integer(va_arg(list->arguments, void *), length, (uint64_t)(at - text));
            continue;
        default:
            return -1;
        }
        if (!at)
            return -1;
        assigned += keeps;
    }
    return assigned;
}

int glibc_compat_scan_plainly(const char *text, const char *format, va_list arguments)
{
    struct list list;
    va_copy(list.arguments, arguments);
    int assigned = scan_plainly(text, format, &list);
    va_end(list.arguments);
    return assigned;
}
