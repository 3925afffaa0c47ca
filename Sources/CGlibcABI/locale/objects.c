// <locale.h>: locale objects and the current locale, per process and per thread.
#include <errno.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include "alias.h"
#include "locale-object.h"
#include "next.h"

#define C_NAMES { "C", "C", "C", "C", "C", "C", "C", "C", "C", "C", "C", "C", "C" }
#define TABLES .classes = GLIBC_COMPAT_CLASSES, .lower = GLIBC_COMPAT_LOWER, .upper = GLIBC_COMPAT_UPPER

// The tables' addresses as constants, so that the objects below are initialised before any constructor runs.
extern const unsigned short glibc_compat_class_table[384];
extern const int glibc_compat_lower_table[384], glibc_compat_upper_table[384];
#define GLIBC_COMPAT_CLASSES (glibc_compat_class_table + 128)
#define GLIBC_COMPAT_LOWER (glibc_compat_lower_table + 128)
#define GLIBC_COMPAT_UPPER (glibc_compat_upper_table + 128)

struct glibc_compat_locale glibc_compat_global_locale = { TABLES, .names = C_NAMES };

// What newlocale returns for the C locale alone, as glibc does: one object that needs no memory and is never freed.
static struct glibc_compat_locale c_locale = { TABLES, .names = C_NAMES };

static __thread const struct glibc_compat_locale *current __attribute__((tls_model("initial-exec")));

const struct glibc_compat_locale *glibc_compat_current_locale(void)
{
    return current ? current : &glibc_compat_global_locale;
}

const struct glibc_compat_locale *glibc_compat_locale_object(locale_t locale)
{
    return locale == LC_GLOBAL_LOCALE ? &glibc_compat_global_locale : (const struct glibc_compat_locale *)locale;
}

static locale_t musl_locale(int utf8)
{
    // Both are constant objects inside musl: asking again costs a lock and returns the same.
    static locale_t volatile known[2];
    if (!known[utf8])
        known[utf8] = NEXT(newlocale)(LC_ALL_MASK, utf8 ? "C.UTF-8" : "C", (locale_t)0);
    return known[utf8];
}

locale_t glibc_compat_musl_locale(locale_t locale)
{
    return musl_locale(glibc_compat_locale_object(locale)->utf8);
}

/// newlocale(3). Errors: EINVAL for a bad mask, a NULL name or a malformed list, ENOENT for a locale that is not installed, ENOMEM.
locale_t newlocale(int mask, const char *name, locale_t base)
{
    // LC_ALL's own bit alone stands for all, which old programs still pass.
    if (mask == 1 << GLIBC_LC_ALL)
        mask = GLIBC_LC_ALL_MASK;
    if (mask & ~GLIBC_LC_ALL_MASK || !name) {
        errno = EINVAL;
        return (locale_t)0;
    }
    struct glibc_compat_locale *object = (struct glibc_compat_locale *)base, made = object ? *object : c_locale;
    int error = glibc_compat_resolve_locale_names(mask, name, made.names);
    if (error) {
        errno = error;
        return (locale_t)0;
    }
    made.utf8 = glibc_compat_locale_kind(made.names[LC_CTYPE]) == 1;
    int plain = 1;
    for (int category = 0; category < GLIBC_CATEGORIES; category++)
        plain &= category == GLIBC_LC_ALL || !strcmp(made.names[category], "C");
    if (plain) {
        if (object && object->allocated)
            free(object);
        return (locale_t)&c_locale;
    }
    if (!object || !object->allocated) {
        object = malloc(sizeof *object);
        if (!object)
            return (locale_t)0;
        made.allocated = 1;
    }
    *object = made;
    return (locale_t)object;
}
ALIAS(newlocale, __newlocale);

/// duplocale(3); LC_GLOBAL_LOCALE gives a copy of what setlocale set.
locale_t duplocale(locale_t locale)
{
    const struct glibc_compat_locale *object = glibc_compat_locale_object(locale);
    if (object == &c_locale)
        return locale;
    struct glibc_compat_locale *copy = malloc(sizeof *copy);
    if (copy) {
        *copy = *object;
        copy->allocated = 1;
    }
    return (locale_t)copy;
}
ALIAS(duplocale, __duplocale);

/// freelocale(3).
void freelocale(locale_t locale)
{
    struct glibc_compat_locale *object = (struct glibc_compat_locale *)locale;
    if (locale && locale != LC_GLOBAL_LOCALE && object->allocated)
        free(object);
}
ALIAS(freelocale, __freelocale);

/// uselocale(3).
locale_t uselocale(locale_t locale)
{
    locale_t old = current ? (locale_t)current : LC_GLOBAL_LOCALE;
    if (locale == LC_GLOBAL_LOCALE) {
        current = NULL;
        NEXT(uselocale)(LC_GLOBAL_LOCALE);
    } else if (locale) {
        current = (const struct glibc_compat_locale *)locale;
        NEXT(uselocale)(musl_locale(current->utf8));
    }
    return old;
}
ALIAS(uselocale, __uselocale);
