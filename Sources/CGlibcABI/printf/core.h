// The interpreter of formats of CHAR. Included by narrow.c and wide.c, which define CHAR, IS_WIDE, put_text and put_character.

static const char null_text[] = "(null)";

static void put_error_text(struct output *out, struct printf_spec spec, int number)
{
    if (!spec.alternative) {
        spec.length = LENGTH_NONE;
        put_text(out, &spec, strerror(number));
        return;
    }
    // %#m is the name; a number without one is printed as such.
    spec.length = LENGTH_NONE;
    if (number >= 0 && number < GLIBC_COMPAT_ERRORS && glibc_compat_error_names[number]) {
        put_text(out, &spec, glibc_compat_error_names[number]);
        return;
    }
    struct printf_number digits;
    spec.conversion = 'd';
    glibc_compat_printf_integer(&digits, &spec, &(union printf_value){ .integer = number });
    put_number(out, &spec, &digits);
}

static void store_count(const struct output *out, const struct printf_spec *spec, void *pointer)
{
    long count = written(out);
    switch (spec->length) {
    case LENGTH_CHAR: *(signed char *)pointer = (signed char)count; break;
    case LENGTH_SHORT: *(short *)pointer = (short)count; break;
    case LENGTH_NONE: *(int *)pointer = (int)count; break;
    default: *(long *)pointer = count;
    }
}

// A conversion that nobody knows is printed as it was understood.
static void put_unknown(struct output *out, const struct printf_spec *spec)
{
    put_one(out, '%');
    if (spec->alternative)
        put_one(out, '#');
    if (spec->group)
        put_one(out, '\'');
    if (spec->plus)
        put_one(out, '+');
    else if (spec->space)
        put_one(out, ' ');
    if (spec->left)
        put_one(out, '-');
    else if (spec->zero)
        put_one(out, '0');
    if (spec->other_digits)
        put_one(out, 'I');
    char text[24];
    struct printf_number digits;
    struct printf_spec plain = { .precision = -1, .conversion = 'd' };
    (void)text;
    if (spec->width) {
        glibc_compat_printf_integer(&digits, &plain, &(union printf_value){ .integer = spec->width });
        put_number(out, &plain, &digits);
    }
    if (spec->precision >= 0) {
        put_one(out, '.');
        glibc_compat_printf_integer(&digits, &plain, &(union printf_value){ .integer = spec->precision });
        put_number(out, &plain, &digits);
    }
    if (spec->conversion)
        put_one(out, (CHAR)spec->conversion);
}

static void convert(struct output *out, const struct printf_spec *spec, const union printf_value *value, int saved_errno)
{
    struct printf_number number;
    switch (spec->conversion) {
    case '%':
        put_one(out, '%');
        break;
    case 'd': case 'i': case 'o': case 'u': case 'x': case 'X': case 'b': case 'B':
        glibc_compat_printf_integer(&number, spec, value);
        put_number(out, spec, &number);
        break;
    case 'p':
        if (value->pointer) {
            glibc_compat_printf_integer(&number, spec, value);
            put_number(out, spec, &number);
        } else {
            struct printf_spec text = *spec;
            text.length = LENGTH_NONE;
            text.precision = -1;
            put_text(out, &text, "(nil)");
        }
        break;
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'a': case 'A':
        if (glibc_compat_printf_real(&number, spec, value) < 0) {
            fail(out, ENOMEM);
            break;
        }
        put_number(out, spec, &number);
        free(number.allocated);
        break;
    case 'c':
        put_character(out, spec, value->integer);
        break;
    case 's':
        if (value->pointer) {
            put_text(out, spec, value->pointer);
        } else {
            // "(null)" is printed whole or not at all.
            struct printf_spec text = *spec;
            text.length = LENGTH_NONE;
            put_text(out, &text, spec->precision < 0 || spec->precision >= (int)sizeof null_text - 1 ? null_text : "");
        }
        break;
    case 'n':
        store_count(out, spec, value->pointer);
        break;
    case 'm':
        put_error_text(out, *spec, saved_errno);
        break;
    default:
        put_unknown(out, spec);
    }
}

static void use_width(struct printf_spec *spec, int width)
{
    if (width < 0) {
        spec->left = 1;
        // The most negative int has no positive counterpart: too wide anyway.
        width = width == INT32_MIN ? INT32_MAX : -width;
    }
    spec->width = width;
}

static const CHAR *find_percent(const CHAR *at)
{
#if IS_WIDE
    while (*at && *at != '%')
        at++;
    return at;
#else
    for (int i = 0; i < 8; i++, at++)
        if (!*at || *at == '%')
            return at;
    return strchrnul(at, '%');
#endif
}

#include "positional.h"

// glibc leaves its quick path at a conversion that it does not know.
static int is_known(const struct printf_spec *spec)
{
    return spec->conversion == 0 || spec->conversion == '%' || spec->conversion == 'm' || glibc_compat_printf_kind(spec) != KIND_NONE;
}

// The conversions that make up most formats, without flags, width or precision: %s %d %u %c, and %ld %lu. Returns the place behind the
// conversion, or NULL where it takes the long way.
static const CHAR *convert_plain(struct output *out, const CHAR *at, struct printf_arguments *arguments)
{
    char digits[24], *end = digits + sizeof digits, *start;
    int is_long = *at == 'l';
    at += is_long;
    switch (*at) {
    case 'd': {
        int64_t value = is_long ? va_arg(arguments->list, long) : va_arg(arguments->list, int);
        start = glibc_compat_printf_decimal(value < 0 ? -(uint64_t)value : (uint64_t)value, end);
        if (value < 0)
            *--start = '-';
        break;
    }
    case 'u':
        start = glibc_compat_printf_decimal(is_long ? va_arg(arguments->list, unsigned long) : va_arg(arguments->list, unsigned), end);
        break;
#if !IS_WIDE
    case 's': case 'c':
        if (is_long)
            return NULL;
        if (*at == 's') {
            const char *text = va_arg(arguments->list, const char *);
            size_t length;
            if (!text)
                text = null_text;
            length = strlen(text);
            if (length > INT32_MAX)
                fail(out, EOVERFLOW);
            else
                put(out, text, length);
        } else {
            put_one(out, (CHAR)va_arg(arguments->list, int));
        }
        return at + 1;
#endif
    default:
        return NULL;
    }
    put_ascii(out, start, (size_t)(end - start));
    return at + 1;
}

static void format_all(struct output *out, const CHAR *format, va_list list)
{
    int saved_errno = errno;
    struct printf_arguments arguments, original;
    va_copy(arguments.list, list);
    va_copy(original.list, list);
    const CHAR *at = format;
    for (;;) {
        const CHAR *percent = find_percent(at);
        put(out, at, (size_t)(percent - at));
        if (!*percent || out->error)
            break;
        if (!glibc_compat_printf_has_hooks && (at = convert_plain(out, percent + 1, &arguments)))
            continue;
        struct printf_spec spec;
        at = parse_spec(percent + 1, &spec);
        if (!at) {
            fail(out, EOVERFLOW);
            break;
        }
        if (spec.positional || glibc_compat_printf_has_hooks || !is_known(&spec)) {
            // From here on the arguments are numbered from the first one again.
            format_positional(out, percent, &original, saved_errno);
            break;
        }
        if (!spec.conversion) {
            fail(out, EINVAL);
            break;
        }
        if (spec.width_star)
            use_width(&spec, va_arg(arguments.list, int));
        if (spec.precision_star) {
            int precision = va_arg(arguments.list, int);
            spec.precision = precision < 0 ? -1 : precision;
        }
        union printf_value value;
        glibc_compat_printf_fetch(&value, glibc_compat_printf_kind(&spec), &arguments);
        convert(out, &spec, &value, saved_errno);
        if (out->error)
            break;
    }
    va_end(arguments.list);
    va_end(original.list);
}
