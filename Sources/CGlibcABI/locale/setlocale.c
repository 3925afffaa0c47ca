// <locale.h>: setlocale.
#include <errno.h>
#include <locale.h>
#include <pthread.h>
#include <string.h>
#include "alias.h"
#include "locale-object.h"
#include "next.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

// glibc's text for categories that differ: every category by name, in the order of their numbers.
static const char *composite_name(const char *const names[GLIBC_CATEGORIES])
{
    static const char *const titles[GLIBC_CATEGORIES] = {
        "LC_CTYPE=", ";LC_NUMERIC=", ";LC_TIME=", ";LC_COLLATE=", ";LC_MONETARY=", ";LC_MESSAGES=", "",
        ";LC_PAPER=", ";LC_NAME=", ";LC_ADDRESS=", ";LC_TELEPHONE=", ";LC_MEASUREMENT=", ";LC_IDENTIFICATION=",
    };
    char text[GLIBC_CATEGORIES * (sizeof ";LC_IDENTIFICATION=" + 256)], *end = text;
    int same = 1;
    for (int category = 0; category < GLIBC_CATEGORIES; category++) {
        if (category == GLIBC_LC_ALL)
            continue;
        same &= !strcmp(names[category], names[0]);
        end = stpcpy(stpcpy(end, titles[category]), names[category]);
    }
    return same ? names[0] : glibc_compat_intern_locale_name(text);
}

/// setlocale(3): NULL with the locale unchanged for a name that is not installed. What it returns stays valid, which glibc does not promise.
/// Programs translated by gettext count on `_nl_msg_cat_cntr` moving with it.
char *setlocale(int category, const char *name)
{
    extern int _nl_msg_cat_cntr;
    if (category < 0 || category >= GLIBC_CATEGORIES) {
        errno = EINVAL;
        return NULL;
    }
    const char *result = NULL, *names[GLIBC_CATEGORIES];
    pthread_mutex_lock(&lock);
    memcpy(names, glibc_compat_global_locale.names, sizeof names);
    if (name) {
        int mask = category == GLIBC_LC_ALL ? GLIBC_LC_ALL_MASK : 1 << category;
        if ((category != GLIBC_LC_ALL && strchr(name, ';')) || glibc_compat_resolve_locale_names(mask, name, names))
            goto out;
    }
    result = category == GLIBC_LC_ALL ? composite_name(names) : names[category];
    if (!result || !name)
        goto out;
    memcpy(glibc_compat_global_locale.names, names, sizeof names);
    glibc_compat_global_locale.utf8 = glibc_compat_locale_kind(names[LC_CTYPE]) == 1;
    NEXT(setlocale)(LC_CTYPE, glibc_compat_global_locale.utf8 ? "C.UTF-8" : "C");
    _nl_msg_cat_cntr++;
out:
    pthread_mutex_unlock(&lock);
    return (char *)result;
}
