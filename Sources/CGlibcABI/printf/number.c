// The digits of integers and decimal floating-point numbers, for both widths of character.
#include "../decimal/print.h"
#include "../include/next.h"
#include "printf.h"
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char digit_pairs[] = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
                                  "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

char *glibc_compat_printf_decimal(uint64_t value, char *end)
{
    while (value >= 100) {
        end -= 2;
        memcpy(end, digit_pairs + 2 * (value % 100), 2);
        value /= 100;
    }
    if (value >= 10) {
        end -= 2;
        memcpy(end, digit_pairs + 2 * value, 2);
    } else {
        *--end = (char)('0' + value);
    }
    return end;
}

static char *power_of_two(uint64_t value, int bits, const char *digits, char *end)
{
    do
        *--end = digits[value & ((1u << bits) - 1)];
    while (value >>= bits);
    return end;
}

static int64_t as_signed(const struct printf_spec *spec, const union printf_value *value)
{
    switch (spec->length) {
    case LENGTH_CHAR: return (signed char)value->integer;
    case LENGTH_SHORT: return (short)value->integer;
    case LENGTH_NONE: return value->integer;
    default: return value->large;
    }
}

static uint64_t as_unsigned(const struct printf_spec *spec, const union printf_value *value)
{
    switch (spec->length) {
    case LENGTH_CHAR: return (unsigned char)value->integer;
    case LENGTH_SHORT: return (unsigned short)value->integer;
    case LENGTH_NONE: return (uint32_t)value->integer;
    default: return (uint64_t)value->large;
    }
}

static void set_sign(struct printf_number *number, const struct printf_spec *spec, int negative)
{
    number->sign = negative ? '-' : spec->plus ? '+' : spec->space ? ' ' : 0;
}

static void set_prefix(struct printf_number *number, char letter)
{
    number->prefix[0] = '0';
    number->prefix[1] = letter;
    number->prefix_length = 2;
}

void glibc_compat_printf_integer(struct printf_number *number, const struct printf_spec *spec, const union printf_value *value)
{
    static const char lower[] = "0123456789abcdef", upper[] = "0123456789ABCDEF";
    char *end = number->buffer + sizeof number->buffer, *start;
    uint64_t magnitude;
    number->sign = 0;
    number->prefix_length = 0;
    number->allocated = NULL;
    if (spec->conversion == 'd' || spec->conversion == 'i') {
        int64_t n = as_signed(spec, value);
        magnitude = n < 0 ? -(uint64_t)n : (uint64_t)n;
        set_sign(number, spec, n < 0);
    } else if (spec->conversion == 'p') {
        magnitude = (uintptr_t)value->pointer;
        // glibc gives a pointer the sign flags of a signed number.
        set_sign(number, spec, 0);
    } else {
        magnitude = as_unsigned(spec, value);
    }
    switch (spec->conversion) {
    case 'o':
        start = power_of_two(magnitude, 3, lower, end);
        break;
    case 'x': case 'X': case 'p':
        start = power_of_two(magnitude, 4, spec->conversion == 'X' ? upper : lower, end);
        if ((spec->alternative && magnitude) || spec->conversion == 'p')
            set_prefix(number, spec->conversion == 'X' ? 'X' : 'x');
        break;
    case 'b': case 'B':
        start = power_of_two(magnitude, 1, lower, end);
        if (spec->alternative && magnitude)
            set_prefix(number, (char)spec->conversion);
        break;
    default:
        start = glibc_compat_printf_decimal(magnitude, end);
    }
    if (spec->precision == 0 && magnitude == 0)
        start = end;
    number->digits = start;
    number->digit_count = (size_t)(end - start);
    number->zeros = spec->precision > (long)number->digit_count ? spec->precision - (long)number->digit_count : 0;
    if (spec->conversion == 'o' && spec->alternative && number->zeros == 0 && (start == end || *start != '0'))
        number->zeros = 1;
    // A precision says how many zeros there are: the flag is then ignored.
    number->zero_fill_allowed = spec->precision < 0;
}

static int musl_format(char *buffer, size_t size, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = NEXT(vsnprintf)(buffer, size, format, arguments);
    va_end(arguments);
    return length;
}

// The digits where one word holds them; the sign is not among them. -1: not so.
static int quick_digits(char *buffer, const struct printf_spec *spec, const union printf_value *value, int is_long)
{
    uint64_t significand;
    int exponent, negative;
    if (is_long) {
        uint16_t upper;
        memcpy(&significand, &value->long_real, sizeof significand);
        memcpy(&upper, (const char *)&value->long_real + sizeof significand, sizeof upper);
        negative = upper >> 15;
        exponent = upper & 0x7fff;
        // The processor's own format knows encodings that are no numbers.
        if (exponent && !(significand >> 63))
            return -1;
        exponent = (exponent ? exponent : 1) - 16383 - 63;
    } else {
        uint64_t bits;
        memcpy(&bits, &value->real, sizeof bits);
        negative = (int)(bits >> 63);
        exponent = (int)(bits >> 52 & 0x7ff);
        significand = (bits & (((uint64_t)1 << 52) - 1)) | (uint64_t)(exponent != 0) << 52;
        exponent = (exponent ? exponent : 1) - 1023 - 52;
    }
    return glibc_compat_print_decimal(buffer, significand, exponent, negative, (char)spec->conversion,
        spec->precision < 0 ? 6 : spec->precision, spec->alternative);
}

int glibc_compat_printf_real(struct printf_number *number, const struct printf_spec *spec, const union printf_value *value)
{
    int is_long = spec->length == LENGTH_LONG_DOUBLE || spec->length == LENGTH_LONG_LONG;
    long double real = is_long ? value->long_real : value->real;
    int is_upper = spec->conversion < 'a';
    number->allocated = NULL;
    number->zeros = 0;
    number->prefix_length = 0;
    number->zero_fill_allowed = 1;
    set_sign(number, spec, signbit(real));
    if (isnan(real) || isinf(real)) {
        number->digits = isnan(real) ? is_upper ? "NAN" : "nan" : is_upper ? "INF" : "inf";
        number->digit_count = 3;
        number->zero_fill_allowed = 0;
        return 0;
    }
    if (spec->conversion == 'a' || spec->conversion == 'A')
        return glibc_compat_printf_hexadecimal(number, spec, fabsl(real), is_long);
    number->digits = number->buffer;
    int quick = quick_digits(number->buffer, spec, value, is_long);
    if (quick >= 0) {
        number->digit_count = (size_t)quick;
        return 0;
    }
    char format[8] = { '%', '#', '.', '*', 'L', (char)spec->conversion };
    const char *chosen = format;
    if (!spec->alternative) {
        format[1] = '%';
        chosen = format + 1;
    }
    int precision = spec->precision < 0 ? 6 : spec->precision;
    int length = musl_format(number->buffer, sizeof number->buffer, chosen, precision, real);
    if (length >= (int)sizeof number->buffer) {
        number->allocated = malloc((size_t)length + 1);
        if (!number->allocated)
            return -1;
        musl_format(number->allocated, (size_t)length + 1, chosen, precision, real);
        number->digits = number->allocated;
    }
    if (length < 0)
        return -1;
    number->digit_count = (size_t)length;
    // The number is formatted with its sign, because that decides which way a directed rounding goes; then the sign stands apart.
    if (*number->digits == '-') {
        number->digits++;
        number->digit_count--;
    }
    return 0;
}

enum printf_kind glibc_compat_printf_kind(const struct printf_spec *spec)
{
    int is_long = spec->length == LENGTH_LONG || spec->length == LENGTH_LONG_LONG || spec->length == LENGTH_LONG_DOUBLE;
    switch (spec->conversion) {
    case 'd': case 'i': case 'o': case 'u': case 'x': case 'X': case 'b': case 'B':
        return is_long ? KIND_LONG : KIND_INT;
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'a': case 'A':
        return spec->length == LENGTH_LONG_DOUBLE || spec->length == LENGTH_LONG_LONG ? KIND_LONG_DOUBLE : KIND_DOUBLE;
    case 'c': case 'C':
        return KIND_INT;
    case 's': case 'S': case 'p': case 'n':
        return KIND_POINTER;
    }
    return KIND_NONE;
}

void glibc_compat_printf_fetch(union printf_value *value, enum printf_kind kind, struct printf_arguments *arguments)
{
    switch (kind) {
    case KIND_INT: value->integer = va_arg(arguments->list, int); break;
    case KIND_LONG: value->large = va_arg(arguments->list, long); break;
    case KIND_DOUBLE: value->real = va_arg(arguments->list, double); break;
    case KIND_LONG_DOUBLE: value->long_real = va_arg(arguments->list, long double); break;
    case KIND_POINTER: value->pointer = va_arg(arguments->list, void *); break;
    case KIND_NONE: case KIND_USER: break;
    }
}
