// <argp.h>: the usage line, with every combination of the parsers' argument patterns.
#include "help.h"
#include <string.h>

static const char *argument_of(const struct argp_option *o, const struct argp_option *real) { return o->arg ? o->arg : real->arg; }

static void usage_letters(const struct argp_list *list, struct argp_stream *s)
{
    char letters[257];
    size_t count = 0;
    // First the letters without an argument, all in one word; then those with one.
    for (int pass = 0; pass < 2; pass++) {
        for (unsigned i = 0; i < list->count; i++) {
            const struct argp_entry *entry = &list->entries[i];
            const struct argp_option *real = entry->option;
            const char *letter = entry->letters;
            for (const struct argp_option *o = real; o < entry->option + entry->count; o++) {
                if (!glibc_compat_argp_is_short(o) || *letter != o->key)
                    continue;
                letter++;
                if (!(o->flags & OPTION_ALIAS))
                    real = o;
                int flags = o->flags | real->flags;
                if (!is_visible(o) || (flags & OPTION_NO_USAGE))
                    continue;
                const char *text = translated(entry->argp, argument_of(o, real));
                if (!text) {
                    if (pass == 0 && count < sizeof letters - 1)
                        letters[count++] = (char)o->key;
                } else if (pass == 1) {
                    if (flags & OPTION_ARG_OPTIONAL) {
                        glibc_compat_argp_printf(s, " [-%c[%s]]", o->key, text);
                    } else {
                        space(s, 6 + strlen(text));
                        glibc_compat_argp_printf(s, "[-%c %s]", o->key, text);
                    }
                }
            }
        }
        if (pass == 0 && count) {
            letters[count] = '\0';
            glibc_compat_argp_printf(s, " [-%s]", letters);
        }
    }
}

static void usage_names(const struct argp_list *list, struct argp_stream *s)
{
    for (unsigned i = 0; i < list->count; i++) {
        const struct argp_entry *entry = &list->entries[i];
        const struct argp_option *real = entry->option;
        for (const struct argp_option *o = real; o < entry->option + entry->count; o++) {
            if (!o->name)
                continue;
            if (!(o->flags & OPTION_ALIAS))
                real = o;
            int flags = o->flags | real->flags;
            if (!is_visible(o) || (flags & OPTION_NO_USAGE))
                continue;
            const char *text = translated(entry->argp, argument_of(o, real));
            if (text && (flags & OPTION_ARG_OPTIONAL))
                glibc_compat_argp_printf(s, " [--%s[=%s]]", o->name, text);
            else if (text)
                glibc_compat_argp_printf(s, " [--%s=%s]", o->name, text);
            else
                glibc_compat_argp_printf(s, " [--%s]", o->name);
        }
    }
}

static size_t count_patterns(const struct argp *argp)
{
    size_t levels = argp->args_doc && strchr(argp->args_doc, '\n');
    for (const struct argp_child *child = argp->children; child && child->argp; child++)
        levels += count_patterns(child->argp);
    return levels;
}

// Writes one combination of the argument patterns; true while combinations are left. A parser with several patterns counts in *levels.
static int usage_arguments(const struct argp *argp, const struct argp_state *state, unsigned char **levels, int advance,
                           struct argp_stream *s)
{
    unsigned char *level = *levels;
    int several = 0, is_last = 1;
    const char *own = translated(argp, argp->args_doc);
    const char *text = filtered(own, ARGP_KEY_HELP_ARGS_DOC, argp, state);
    if (text) {
        const char *start = text, *end = strchrnul(start, '\n');
        // The counters were counted on the text before the filter.
        if (*end && argp->args_doc && strchr(argp->args_doc, '\n')) {
            several = 1;
            for (int i = 0; i < *level && *end; i++) {
                start = end + 1;
                end = strchrnul(start, '\n');
            }
            ++*levels;
        }
        space(s, 1 + (size_t)(end - start));
        if (end > start)
            glibc_compat_argp_write(s, start, (size_t)(end - start));
        is_last = !*end;
    }
    release(text, own);
    for (const struct argp_child *child = argp->children; child && child->argp; child++)
        advance = !usage_arguments(child->argp, state, levels, advance, s);
    if (advance && several) {
        if (!is_last) {
            ++*level;
            advance = 0;
        } else {
            *level = 0;
        }
    }
    return !advance;
}

void glibc_compat_argp_usage(const struct argp *argp, const struct argp_state *state, const struct argp_list *list, unsigned flags,
                             const char *name, const struct argp_settings *settings, struct argp_stream *s)
{
    unsigned char *levels = calloc(count_patterns(argp) + 1, 1);
    if (!levels)
        return;
    int more, first = 1;
    do {
        unsigned char *level = levels;
        size_t wrap = glibc_compat_argp_set_wrap(s, (size_t)settings->usage_indent);
        glibc_compat_argp_printf(s, "%s %s", translated(argp, first ? "Usage:" : "  or: "), name);
        size_t left = glibc_compat_argp_set_left(s, (size_t)settings->usage_indent);
        if (flags & ARGP_HELP_SHORT_USAGE) {
            if (list->count)
                glibc_compat_argp_puts(s, translated(argp, " [OPTION...]"));
        } else {
            usage_letters(list, s);
            usage_names(list, s);
            flags |= ARGP_HELP_SHORT_USAGE;      // the options are spelt out only once
        }
        more = usage_arguments(argp, state, &level, 1, s);
        glibc_compat_argp_set_wrap(s, wrap);
        glibc_compat_argp_set_left(s, left);
        glibc_compat_argp_putc(s, '\n');
        first = 0;
    } while (more);
    free(levels);
}
