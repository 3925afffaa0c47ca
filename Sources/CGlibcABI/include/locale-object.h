// What a locale_t of glibc points at, and what of it programs read.
//
// A glibc-built libstdc++, shared or linked into the program, reads the three classification tables inside the object that newlocale
// returned. So the objects here have glibc's layout and carry musl's own locale behind it; every function that takes a locale_t translates.
#pragma once
#include <locale.h>
#include <stddef.h>

enum {
    GLIBC_LC_ALL = 6,
    /// LC_CTYPE to LC_IDENTIFICATION, LC_ALL among them.
    GLIBC_CATEGORIES = 13,
    /// What newlocale accepts: a bit for each category but LC_ALL's.
    GLIBC_LC_ALL_MASK = 0x1fbf,
};

struct glibc_compat_locale {
    void *data[GLIBC_CATEGORIES];
    const unsigned short *classes;
    const int *lower, *upper;
    /// "C" or the name as the program gave it; interned, so equal names may still have different addresses.
    const char *names[GLIBC_CATEGORIES];
    /// Whether LC_CTYPE is UTF-8: the only thing in which the locales here differ.
    int utf8;
    /// Whether freelocale returns it to the heap.
    int allocated;
};

_Static_assert(offsetof(struct glibc_compat_locale, classes) == 104, "libstdc++ reads __ctype_b here");
_Static_assert(offsetof(struct glibc_compat_locale, lower) == 112, "libstdc++ reads __ctype_tolower here");
_Static_assert(offsetof(struct glibc_compat_locale, upper) == 120, "libstdc++ reads __ctype_toupper here");

/// The tables, indexed from -128 to 255.
extern const unsigned short *const glibc_compat_classes;
extern const int *const glibc_compat_lower, *const glibc_compat_upper;

/// The locale that setlocale changes.
extern struct glibc_compat_locale glibc_compat_global_locale;

/// The calling thread's locale: what uselocale set, else the global one.
const struct glibc_compat_locale *glibc_compat_current_locale(void);

/// The object behind a locale_t of the program; LC_GLOBAL_LOCALE included.
const struct glibc_compat_locale *glibc_compat_locale_object(locale_t locale);

/// musl's locale for one of ours: what to hand to a function of musl that takes a locale_t.
locale_t glibc_compat_musl_locale(locale_t locale);

/// Which installed locale a name means: 0 for C and POSIX, 1 for C.UTF-8 in all its spellings, -1 for none.
int glibc_compat_locale_kind(const char *name);

/// The name that the environment gives for a category: LC_ALL, then the category's variable, then LANG, else "C".
const char *glibc_compat_locale_from_environment(int category);

/// A copy of the name that lives as long as the process; NULL without memory. The C locale's names need none.
const char *glibc_compat_intern_locale_name(const char *name);

/// One name for each category but LC_ALL, as setlocale and newlocale read them: a plain name, "" for the environment's, or
/// `LC_CTYPE=name;LC_NUMERIC=name...`. Names outside `mask` are left alone. 0, or the errno: EINVAL for a malformed list, ENOENT for a name
/// that is not installed, ENOMEM.
int glibc_compat_resolve_locale_names(int mask, const char *text, const char *names[GLIBC_CATEGORIES]);
