// What an entry of Tests/headers/* may say about what it saw. All of it goes to a log of its own, not to stdout, so that entries may
// do to the standard streams what they like.
#ifndef OBSERVE_H
#define OBSERVE_H
#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <wchar.h>

/// A line of free text, formatted as printf does.
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/// `show(x)`: the expression as written and its value. Pointers are `null` or `pointer`, texts are quoted, a NaN has no sign, a number of
/// 80 or 128 bits is given as its bytes.
#define show(x) observe_value(x)(#x, (x))

/// `fails(x)`: the value, and errno after it. Only for calls whose errno is specified.
#define fails(x) (errno = 0, show(x), observe_errno())

/// `offset(p, base)`: where the pointer is, counted in elements of `base`; `null` for none.
#define offset(p, base) \
    do { const __typeof__(*(base)) *observe_p = (const void *)(p); \
         if (observe_p) say("%s = +%td", #p, observe_p - (base)); else say("%s = null", #p); } while (0)

/// `bytes(p, n)`: n bytes of memory, those that are no printable ASCII as \xNN.
#define bytes(p, n) observe_bytes(#p, (p), (n))

/// `wide(p)`: a wide text, each character beyond printable ASCII as \u{NNNN}.
#define wide(p) observe_wide(#p, (p))

/// `runs(x)`: for a call that returns nothing: just that it came back.
#define runs(x) ((x), say("%s", #x))

/// How many elements an array has.
#define count(array) (sizeof(array) / sizeof *(array))

#define observe_value(x) _Generic((x), \
    _Bool: observe_integer, char: observe_integer, signed char: observe_integer, unsigned char: observe_integer, \
    short: observe_integer, unsigned short: observe_integer, int: observe_integer, unsigned: observe_integer, \
    long: observe_integer, long long: observe_integer, unsigned long: observe_unsigned, unsigned long long: observe_unsigned, \
    float: observe_double, double: observe_double, long double: observe_long_double, \
    _Float32: observe_double, _Float64: observe_double, _Float32x: observe_double, _Float64x: observe_long_double, \
    _Float128: observe_quad, \
    _Complex float: observe_complex, _Complex double: observe_complex, _Complex long double: observe_long_complex, \
    _Complex _Float32: observe_complex, _Complex _Float64: observe_complex, _Complex _Float32x: observe_complex, \
    _Complex _Float64x: observe_long_complex, _Complex _Float128: observe_quad_complex, \
    char *: observe_text, const char *: observe_text, default: observe_pointer)

void observe_errno(void);
void observe_integer(const char *expression, long long value);
void observe_unsigned(const char *expression, unsigned long long value);
void observe_double(const char *expression, double value);
void observe_long_double(const char *expression, long double value);
void observe_quad(const char *expression, _Float128 value);
void observe_complex(const char *expression, _Complex double value);
void observe_long_complex(const char *expression, _Complex long double value);
void observe_quad_complex(const char *expression, _Complex _Float128 value);
void observe_text(const char *expression, const char *value);
void observe_wide(const char *expression, const wchar_t *value);
void observe_pointer(const char *expression, const void *value);
void observe_bytes(const char *expression, const void *value, size_t size);

/// The table that tools/make-header-tests writes; it ends with a null title.
struct observe_entry { const char *title; void (*run)(void); };
extern const struct observe_entry observe_entries[];
#endif
