// <printf.h>: conversions, modifiers and argument types that the program defines.
#include "information.h"
#include "printf.h"
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

typedef int print_function(FILE *, const struct printf_information *, const void *const *);
typedef int argument_function(const struct printf_information *, size_t, int *);
typedef int argument_size_function(const struct printf_information *, size_t, int *, int *);
typedef void fetch_function(void *, va_list *);

int glibc_compat_printf_has_hooks;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct { print_function *print; argument_function *plain; argument_size_function *sized; } conversions[UCHAR_MAX + 1];
enum { MODIFIERS = 16, USER_TYPES = 64 };
static wchar_t modifiers[MODIFIERS][16];
static int modifier_count;
static fetch_function *fetchers[USER_TYPES];
static int type_count;

static int set_conversion(int conversion, print_function *print, argument_function *plain, argument_size_function *sized)
{
    if (conversion < 0 || conversion > UCHAR_MAX) {
        errno = EINVAL;
        return -1;
    }
    pthread_mutex_lock(&lock);
    conversions[conversion].plain = plain;
    conversions[conversion].sized = sized;
    conversions[conversion].print = print;
    glibc_compat_printf_has_hooks = 1;
    pthread_mutex_unlock(&lock);
    return 0;
}

/// Makes `print` the function of a conversion; `arguments` says what it takes. A NULL function gives the standard meaning back.
/// 0, or -1 and EINVAL for a character above 255. Source: the GNU C Library manual, "Customizing printf".
int register_printf_specifier(int conversion, print_function *print, argument_size_function *arguments)
{
    return set_conversion(conversion, print, NULL, arguments);
}

/// The older form, whose argument function gives no sizes.
int register_printf_function(int conversion, print_function *print, argument_function *arguments)
{
    return set_conversion(conversion, print, arguments, NULL);
}

/// Adds a modifier of one or more characters. Returns its bit in `user`, or -1: EINVAL for characters above 255, ENOSPC for too many.
int register_printf_modifier(const wchar_t *text)
{
    size_t length = wcslen(text);
    int valid = length > 0 && length < 16;
    for (size_t i = 0; i < length && valid; i++)
        valid = text[i] > 0 && text[i] <= UCHAR_MAX;
    if (!valid) {
        errno = EINVAL;
        return -1;
    }
    pthread_mutex_lock(&lock);
    int result = -1;
    if (modifier_count < MODIFIERS) {
        wcscpy(modifiers[modifier_count], text);
        result = 1 << modifier_count++;
        glibc_compat_printf_has_hooks = 1;
    } else {
        errno = ENOSPC;
    }
    pthread_mutex_unlock(&lock);
    return result;
}

/// Adds an argument type, fetched from the va_list by `fetch`. Returns its code, or -1 and ENOSPC.
int register_printf_type(fetch_function *fetch)
{
    pthread_mutex_lock(&lock);
    int result = -1;
    if (type_count < USER_TYPES) {
        fetchers[type_count] = fetch;
        result = PA_LAST + type_count++;
        glibc_compat_printf_has_hooks = 1;
    } else {
        errno = ENOSPC;
    }
    pthread_mutex_unlock(&lock);
    return result;
}

int glibc_compat_printf_is_registered(unsigned conversion)
{
    return conversion <= UCHAR_MAX && conversions[conversion].print != NULL;
}

size_t glibc_compat_printf_modifier(const char *text, const wchar_t *wide, unsigned *bit)
{
    size_t best = 0;
    for (int i = 0; i < modifier_count; i++) {
        size_t length = 0;
        while (modifiers[i][length] && modifiers[i][length] == (wide ? wide[length] : (wchar_t)(unsigned char)text[length]))
            length++;
        if (!modifiers[i][length] && length > best) {
            best = length;
            *bit = 1u << i;
        }
    }
    return best;
}

static struct printf_information information_of(const struct printf_spec *spec, int wide)
{
    return (struct printf_information){
        .prec = spec->precision, .width = spec->width, .spec = (wchar_t)spec->conversion,
        .is_long_double = spec->length == LENGTH_LONG_LONG || spec->length == LENGTH_LONG_DOUBLE,
        .is_short = spec->length == LENGTH_SHORT, .is_long = spec->length == LENGTH_LONG, .is_char = spec->length == LENGTH_CHAR,
        .alt = spec->alternative, .space = spec->space, .left = spec->left, .showsign = spec->plus, .group = spec->group,
        .wide = (unsigned)wide, .i18n = spec->other_digits, .user = (unsigned short)spec->modifiers,
        .pad = spec->zero && !spec->left ? L'0' : L' ',
    };
}

int glibc_compat_printf_registered_arguments(const struct printf_spec *spec, int wide, int *types, int *sizes, int room)
{
    struct printf_information information = information_of(spec, wide);
    memset(sizes, 0, (size_t)room * sizeof *sizes);
    int count = -1;
    if (conversions[spec->conversion].sized)
        count = conversions[spec->conversion].sized(&information, (size_t)room, types, sizes);
    else if (conversions[spec->conversion].plain)
        count = conversions[spec->conversion].plain(&information, (size_t)room, types);
    return count > room ? room : count;
}

int glibc_compat_printf_call(FILE *file, const struct printf_spec *spec, int wide, const void *const *arguments)
{
    struct printf_information information = information_of(spec, wide);
    return conversions[spec->conversion].print(file, &information, arguments);
}

enum printf_kind glibc_compat_printf_kind_of_type(int type)
{
    if (type & PA_FLAG_PTR)
        return KIND_POINTER;
    int base = type & ~PA_FLAG_MASK;
    if (base >= PA_LAST)
        return KIND_USER;
    switch (base) {
    case PA_INT:
        return type & (PA_FLAG_LONG | PA_FLAG_LONG_LONG) ? KIND_LONG : KIND_INT;
    case PA_CHAR: case PA_WCHAR:
        return KIND_INT;
    case PA_FLOAT: case PA_DOUBLE:
        return type & PA_FLAG_LONG_DOUBLE ? KIND_LONG_DOUBLE : KIND_DOUBLE;
    }
    return KIND_POINTER;
}

int glibc_compat_printf_fetch_user(int type, void *memory, struct printf_arguments *arguments)
{
    int index = (type & ~PA_FLAG_MASK) - PA_LAST;
    if (index < 0 || index >= type_count) {
        errno = EINVAL;
        return -1;
    }
    fetchers[index](memory, &arguments->list);
    return 0;
}

int glibc_compat_printf_type(const struct printf_spec *spec)
{
    switch (glibc_compat_printf_kind(spec)) {
    case KIND_INT: return PA_INT;
    case KIND_LONG: return PA_INT | PA_FLAG_LONG;
    case KIND_DOUBLE: return PA_DOUBLE;
    case KIND_LONG_DOUBLE: return PA_DOUBLE | PA_FLAG_LONG_DOUBLE;
    case KIND_POINTER: return PA_POINTER;
    case KIND_NONE: case KIND_USER: break;
    }
    return -1;
}

int glibc_compat_printf_reported_type(const struct printf_spec *spec)
{
    switch (spec->conversion) {
    case 'd': case 'i': case 'o': case 'u': case 'x': case 'X': case 'b': case 'B':
        switch (spec->length) {
        case LENGTH_CHAR: return PA_CHAR;
        case LENGTH_SHORT: return PA_INT | PA_FLAG_SHORT;
        case LENGTH_LONG: case LENGTH_LONG_LONG: return PA_INT | PA_FLAG_LONG;
        default: return PA_INT;
        }
    case 'c':
        return spec->older_wide ? PA_WCHAR : PA_CHAR;
    case 's':
        return spec->older_wide ? PA_WSTRING : PA_STRING;
    case 'n':
        return PA_INT | PA_FLAG_PTR;
    }
    return glibc_compat_printf_type(spec);
}
