// <argp.h>: the usage line, with every combination of the parsers' argument patterns.
#include "help.h"
#include <stdbool.h>
#include <string.h>

// A walk over the options of one entry that the usage line shows, those with letters or those with names.
struct walk {
    const struct argp_entry *entry;
    const struct argp_option *next;
    const struct argp_option *real;        // what the present one is an alias of, or itself
    const char *letter;                    // the entry's next letter; NULL in a walk over names
};

static struct walk walk_letters(const struct argp_entry *entry)
{
    return (struct walk){ entry, entry->option, entry->option, entry->letters };
}

static struct walk walk_names(const struct argp_entry *entry) { return (struct walk){ entry, entry->option, entry->option, NULL }; }

// Letters that an earlier parser has taken are none of the entry's.
static bool is_of_walk(const struct walk *walk, const struct argp_option *o)
{
    return walk->letter ? glibc_compat_argp_is_short(o) && *walk->letter == o->key : o->name != NULL;
}

static const struct argp_option *next_option(struct walk *walk)
{
    while (walk->next < walk->entry->option + walk->entry->count) {
        const struct argp_option *o = walk->next++;
        if (!is_of_walk(walk, o))
            continue;
        if (walk->letter)
            walk->letter++;
        if (!(o->flags & OPTION_ALIAS))
            walk->real = o;
        if (is_visible(o) && !((o->flags | walk->real->flags) & OPTION_NO_USAGE))
            return o;
    }
    return NULL;
}

static const char *argument_of(const struct walk *walk, const struct argp_option *o)
{
    return translated(walk->entry->argp, o->arg ? o->arg : walk->real->arg);
}

static bool is_optional(const struct walk *walk, const struct argp_option *o)
{
    return (o->flags | walk->real->flags) & OPTION_ARG_OPTIONAL;
}

// The letters without an argument, all in one word.
static void usage_bare_letters(const struct argp_list *list, struct argp_stream *s)
{
    char letters[257];
    size_t count = 0;
    for (unsigned i = 0; i < list->count; i++) {
        struct walk walk = walk_letters(&list->entries[i]);
        for (const struct argp_option *o; (o = next_option(&walk));)
            if (!argument_of(&walk, o) && count < sizeof letters - 1)
                letters[count++] = (char)o->key;
    }
    letters[count] = '\0';
    if (count)
        glibc_compat_argp_printf(s, " [-%s]", letters);
}

static void usage_letters(const struct argp_list *list, struct argp_stream *s)
{
    for (unsigned i = 0; i < list->count; i++) {
        struct walk walk = walk_letters(&list->entries[i]);
        for (const struct argp_option *o; (o = next_option(&walk));) {
            const char *text = argument_of(&walk, o);
            if (!text)
                continue;
            if (is_optional(&walk, o)) {
                glibc_compat_argp_printf(s, " [-%c[%s]]", o->key, text);
            } else {
                space(s, 6 + strlen(text));
                glibc_compat_argp_printf(s, "[-%c %s]", o->key, text);
            }
        }
    }
}

static void usage_names(const struct argp_list *list, struct argp_stream *s)
{
    for (unsigned i = 0; i < list->count; i++) {
        struct walk walk = walk_names(&list->entries[i]);
        for (const struct argp_option *o; (o = next_option(&walk));) {
            const char *text = argument_of(&walk, o);
            if (text && is_optional(&walk, o))
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
            usage_bare_letters(list, s);
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
