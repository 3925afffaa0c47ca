// Locale names, accepted and refused as glibc does on a system with C, POSIX and C.UTF-8 only.
//
// Sources: setlocale(3), locale(7); the accepted spellings are those glibc 2.36 was seen to accept.
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/auxv.h>
#include "locale-object.h"

enum { LONGEST_NAME = 255 };

static const char *const category_names[GLIBC_CATEGORIES] = {
    "LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES", "LC_ALL",
    "LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT", "LC_IDENTIFICATION",
};

int glibc_compat_locale_kind(const char *name)
{
    if (!strcmp(name, "C") || !strcmp(name, "POSIX"))
        return 0;
    if (*name++ != 'C' || strlen(name) >= LONGEST_NAME || strchr(name, '/'))
        return -1;
    // language[_territory].codeset[@modifier]: glibc looks for the full name first, then drops what it does not find, but never the codeset.
    if (*name == '_')
        name += strcspn(name, ".@");
    if (*name++ != '.')
        return -1;
    size_t length = strcspn(name, "@");
    int known = (length == 5 && !strncasecmp(name, "UTF-8", 5)) || (length == 4 && !strncasecmp(name, "UTF8", 4));
    return known ? 1 : -1;
}

const char *glibc_compat_locale_from_environment(int category)
{
    const char *value = getenv("LC_ALL");
    if (!value || !*value)
        value = getenv(category_names[category]);
    if (!value || !*value)
        value = getenv("LANG");
    // A set-user-id program must not be led to a file: glibc takes no name with a slash from the environment then.
    if (!value || !*value || (getauxval(AT_SECURE) && strchr(value, '/')))
        value = "C";
    return value;
}

struct interned {
    struct interned *next;
    char name[];
};

const char *glibc_compat_intern_locale_name(const char *name)
{
    static struct interned *_Atomic all;
    if (!strcmp(name, "C") || !strcmp(name, "POSIX"))
        return "C";
    if (!strcmp(name, "C.UTF-8"))
        return "C.UTF-8";
    struct interned *first = all;
    for (struct interned *each = first; each; each = each->next)
        if (!strcmp(each->name, name))
            return each->name;
    size_t size = strlen(name) + 1;
    struct interned *made = malloc(sizeof *made + size);
    if (!made)
        return NULL;
    memcpy(made->name, name, size);
    do
        made->next = first;
    while (!__atomic_compare_exchange_n(&all, &first, made, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE));
    return made->name;
}

static int category_named(const char *name, size_t length)
{
    for (int category = 0; category < GLIBC_CATEGORIES; category++)
        if (category != GLIBC_LC_ALL && strlen(category_names[category]) == length && !memcmp(category_names[category], name, length))
            return category;
    return -1;
}

static int resolve_name(int category, const char *name, const char **result)
{
    if (!*name)
        name = glibc_compat_locale_from_environment(category);
    if (glibc_compat_locale_kind(name) < 0)
        return strchr(name, '/') && *name != '/' ? EINVAL : ENOENT;
    *result = glibc_compat_intern_locale_name(name);
    return *result ? 0 : ENOMEM;
}

static int resolve_list(int mask, const char *text, const char *names[GLIBC_CATEGORIES])
{
    int seen = 0;
    while (*text) {
        const char *equals = strchr(text, '=');
        int category = equals ? category_named(text, (size_t)(equals - text)) : -1;
        if (category < 0)
            return EINVAL;
        char part[LONGEST_NAME + 1];
        size_t length = strcspn(++equals, ";");
        if (length > LONGEST_NAME)
            return EINVAL;
        memcpy(part, equals, length);
        part[length] = 0;
        if (mask & 1 << category) {
            int error = resolve_name(category, part, &names[category]);
            if (error)
                return error;
        }
        seen |= 1 << category;
        text = equals + length;
        if (*text == ';')
            text++;
    }
    return mask & ~seen ? EINVAL : 0;
}

int glibc_compat_resolve_locale_names(int mask, const char *text, const char *names[GLIBC_CATEGORIES])
{
    if (strchr(text, ';'))
        return resolve_list(mask, text, names);
    for (int category = 0; category < GLIBC_CATEGORIES; category++) {
        if (!(mask & 1 << category))
            continue;
        int error = resolve_name(category, text, &names[category]);
        if (error)
            return error;
    }
    return 0;
}

const char *glibc_compat_locale_name(int category) { return glibc_compat_current_locale()->names[category]; }
