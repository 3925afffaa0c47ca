// What the help texts share: translation, the program's filter, and white space. The texts themselves are in usage.c, options.c, help.c.
#pragma once
#include "argp.h"
#include <libintl.h>
#include <stdlib.h>

static inline const char *translated(const struct argp *argp, const char *text)
{
    return text ? dgettext(argp ? argp->argp_domain : NULL, text) : NULL;
}

// The program's chance to change a text. The result is `text` itself or belongs to the caller.
static inline const char *filtered(const char *text, int key, const struct argp *argp, const struct argp_state *state)
{
    if (!argp || !argp->help_filter)
        return text;
    return argp->help_filter(key, text, glibc_compat_argp_input(argp, state));
}

static inline void release(const char *result, const char *text)
{
    if (result && result != text)
        free((char *)result);
}

static inline void indent_to(struct argp_stream *s, int column)
{
    for (int needed = column - (int)glibc_compat_argp_column(s); needed > 0; needed--)
        glibc_compat_argp_putc(s, ' ');
}

// A blank, or a new line where the next `length` bytes would not fit.
static inline void space(struct argp_stream *s, size_t length)
{
    glibc_compat_argp_putc(s, glibc_compat_argp_column(s) + length >= s->right ? '\n' : ' ');
}

static inline int is_visible(const struct argp_option *o) { return !(o->flags & OPTION_HIDDEN); }

/// The usage line, one for each combination of argument patterns (usage.c).
void glibc_compat_argp_usage(const struct argp *, const struct argp_state *, const struct argp_list *, unsigned flags, const char *name,
                             const struct argp_settings *, struct argp_stream *);
/// The list of options (options.c).
void glibc_compat_argp_options(const struct argp_state *, const struct argp_list *, const struct argp_settings *, struct argp_stream *);
