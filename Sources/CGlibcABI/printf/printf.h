// What the files of the printf family share. glibc's printf differs from musl's in %m, (null) and (nil), gaps and mixtures of
// positional arguments, unknown conversions, %a of long double and denormals, %b, and the hooks that programs register; so the whole
// family is ours. Decimal digits of floating-point numbers that no word holds still come from musl, whose conversion is exact.
#pragma once
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

/// Formats to a stream, a buffer of `size` bytes, and so on, as the functions of those names. The entry points are in entry.c.
int glibc_compat_vfprintf(FILE *file, const char *format, va_list arguments);
int glibc_compat_vsnprintf(char *buffer, size_t size, const char *format, va_list arguments);
int glibc_compat_vfwprintf(FILE *file, const wchar_t *format, va_list arguments);
int glibc_compat_vswprintf(wchar_t *buffer, size_t size, const wchar_t *format, va_list arguments);

enum printf_length { LENGTH_NONE, LENGTH_CHAR, LENGTH_SHORT, LENGTH_LONG, LENGTH_LONG_LONG, LENGTH_LONG_DOUBLE };

// One conversion, as parsed.
struct printf_spec {
    int width, precision;                  // precision -1: none
    int width_argument, precision_argument, argument;   // positions from 0; -1: none, or the next one
    unsigned left : 1, plus : 1, space : 1, alternative : 1, zero : 1, group : 1, other_digits : 1;
    unsigned width_star : 1, precision_star : 1, positional : 1, older_wide : 1;
    enum printf_length length;
    unsigned modifiers;                    // bits of registered modifiers
    unsigned conversion;                   // the letter; 0 where the format ended early
};

// How an argument is fetched. Shorter integers travel as int.
enum printf_kind { KIND_NONE, KIND_INT, KIND_LONG, KIND_DOUBLE, KIND_LONG_DOUBLE, KIND_POINTER, KIND_USER };

union printf_value {
    int32_t integer;
    int64_t large;
    double real;
    long double long_real;
    void *pointer;
};

// A va_list in a structure can be passed by address on every architecture.
struct printf_arguments { va_list list; };

enum printf_kind glibc_compat_printf_kind(const struct printf_spec *spec);
void glibc_compat_printf_fetch(union printf_value *value, enum printf_kind kind, struct printf_arguments *arguments);

/// The text of a number: sign, prefix, zeros, digits; padding is not in it.
struct printf_number {
    char sign;                             // 0: none
    char prefix[3];
    int prefix_length;
    long zeros;                            // between prefix and digits
    const char *digits;
    size_t digit_count;
    int zero_fill_allowed;
    char *allocated;                       // to be freed
    char buffer[80];
};

/// Writes the decimal digits of `value` before `end`; returns where they start.
char *glibc_compat_printf_decimal(uint64_t value, char *end);
void glibc_compat_printf_integer(struct printf_number *number, const struct printf_spec *spec, const union printf_value *value);
/// 0, or -1 where there is no memory for the digits.
int glibc_compat_printf_real(struct printf_number *number, const struct printf_spec *spec, const union printf_value *value);
/// %a (hexadecimal.c).
int glibc_compat_printf_hexadecimal(struct printf_number *number, const struct printf_spec *spec, long double value, int is_long);

// --- what programs registered (registered.c) ---
struct printf_information;
extern int glibc_compat_printf_has_hooks;
int glibc_compat_printf_is_registered(unsigned conversion);
/// Length of a registered modifier at `text` and its bit; 0 where there is none.
size_t glibc_compat_printf_modifier(const char *text, const wchar_t *wide, unsigned *bit);
/// Kinds and sizes of the arguments that a registered conversion takes; -1 where the program leaves it to the standard one.
int glibc_compat_printf_registered_arguments(const struct printf_spec *spec, int wide, int *types, int *sizes, int room);
/// Calls the program's function. -2: the standard conversion is to be done.
int glibc_compat_printf_call(FILE *file, const struct printf_spec *spec, int wide, const void *const *arguments);
enum printf_kind glibc_compat_printf_kind_of_type(int type);
int glibc_compat_printf_fetch_user(int type, void *memory, struct printf_arguments *arguments);
/// The PA_* code by which a conversion's argument is fetched, -1 for none; and the one that parse_printf_format reports for it.
int glibc_compat_printf_type(const struct printf_spec *spec);
int glibc_compat_printf_reported_type(const struct printf_spec *spec);
