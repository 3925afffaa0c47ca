// <argp.h>: help and usage texts, laid out as glibc lays them out.
#include "argp.h"
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

static const char *translated(const struct argp *argp, const char *text)
{
    return text ? dgettext(argp ? argp->argp_domain : NULL, text) : NULL;
}

// The program's chance to change a text. The result is `text` itself or belongs to the caller.
static const char *filtered(const char *text, int key, const struct argp *argp, const struct argp_state *state)
{
    if (!argp || !argp->help_filter)
        return text;
    return argp->help_filter(key, text, glibc_compat_argp_input(argp, state));
}

static void release(const char *result, const char *text)
{
    if (result && result != text)
        free((char *)result);
}

static void indent_to(struct argp_stream *s, int column)
{
    for (int needed = column - (int)glibc_compat_argp_column(s); needed > 0; needed--)
        glibc_compat_argp_putc(s, ' ');
}

// A blank, or a new line where the next `length` bytes would not fit.
static void space(struct argp_stream *s, size_t length)
{
    glibc_compat_argp_putc(s, glibc_compat_argp_column(s) + length >= s->right ? '\n' : ' ');
}

static int is_visible(const struct argp_option *o) { return !(o->flags & OPTION_HIDDEN); }

// --- the list of options ---

struct help {
    const struct argp_settings *settings;
    const struct argp_state *state;
    struct argp_stream *stream;
    const struct argp_entry *previous;
    int separate_groups;
    int suppressed_duplicate;
};

static void header(struct help *h, const char *text, const struct argp *argp)
{
    const char *own = translated(argp, text);
    const char *shown = filtered(own, ARGP_KEY_HELP_HEADER, argp, h->state);
    if (shown) {
        if (*shown) {
            if (h->previous)
                glibc_compat_argp_putc(h->stream, '\n');
            indent_to(h->stream, h->settings->header_column);
            glibc_compat_argp_set_left(h->stream, (size_t)h->settings->header_column);
            glibc_compat_argp_set_wrap(h->stream, (size_t)h->settings->header_column);
            glibc_compat_argp_puts(h->stream, shown);
            glibc_compat_argp_set_left(h->stream, 0);
            glibc_compat_argp_putc(h->stream, '\n');
        }
        h->separate_groups = 1;
    }
    release(shown, own);
}

static int is_inside(const struct argp_cluster *inner, const struct argp_cluster *outer)
{
    while (inner && inner != outer)
        inner = inner->parent;
    return inner == outer;
}

// Before each spelling of an option: a comma, or what separates the entry from the one before.
static void separate(struct help *h, const struct argp_entry *entry, int *first, int column)
{
    if (!*first) {
        glibc_compat_argp_puts(h->stream, ", ");
    } else {
        const struct argp_entry *previous = h->previous;
        const struct argp_cluster *cluster = entry->cluster;
        if (h->separate_groups && previous && entry->group != previous->group)
            glibc_compat_argp_putc(h->stream, '\n');
        if (cluster && cluster->header && *cluster->header &&
            (!previous || (previous->cluster != cluster && !is_inside(previous->cluster, cluster)))) {
            size_t wrap = (size_t)h->stream->wrap;
            header(h, cluster->header, cluster->argp);
            glibc_compat_argp_set_wrap(h->stream, wrap);
        }
        *first = 0;
    }
    indent_to(h->stream, column);
}

static void argument(struct help *h, const struct argp_option *real, const char *before, const char *after)
{
    if (!real->arg)
        return;
    const char *text = translated(h->state ? h->state->root_argp : NULL, real->arg);
    if (real->flags & OPTION_ARG_OPTIONAL)
        glibc_compat_argp_printf(h->stream, "[%s%s%s]", *before == ' ' ? "" : before, text, after);
    else
        glibc_compat_argp_printf(h->stream, "%s%s%s", before, text, after);
}

static void spellings(struct help *h, const struct argp_entry *entry, int *first)
{
    const struct argp_option *real = entry->option, *end = real + entry->count;
    int is_text = real->flags & OPTION_DOC, has_name = 0;
    for (const struct argp_option *o = real; o < end && !is_text; o++)
        has_name |= o->name && is_visible(o);
    glibc_compat_argp_set_wrap(h->stream, (size_t)h->settings->short_column);
    const char *letter = entry->letters;
    for (const struct argp_option *o = real; o < end; o++) {
        if (!glibc_compat_argp_is_short(o) || o->key != *letter)
            continue;
        if (is_visible(o)) {
            separate(h, entry, first, h->settings->short_column);
            glibc_compat_argp_putc(h->stream, '-');
            glibc_compat_argp_putc(h->stream, *letter);
            if (!has_name || h->settings->duplicate_arguments)
                argument(h, real, " ", "");
            else if (real->arg)
                h->suppressed_duplicate = 1;
        }
        letter++;
    }
    int column = is_text ? h->settings->document_column : h->settings->long_column;
    glibc_compat_argp_set_wrap(h->stream, (size_t)column);
    for (const struct argp_option *o = real; o < end; o++) {
        if (!o->name || !is_visible(o) || (is_text && !*o->name))
            continue;
        separate(h, entry, first, column);
        if (is_text) {
            const struct argp *root = h->state ? h->state->root_argp : NULL;
            glibc_compat_argp_puts(h->stream, o->flags & OPTION_NO_TRANS ? o->name : translated(root, o->name));
        } else {
            glibc_compat_argp_printf(h->stream, "--%s", o->name);
            argument(h, real, "=", "");
        }
    }
}

static void description(struct help *h, const struct argp_entry *entry)
{
    const char *own = translated(entry->argp, entry->option->doc);
    const char *text = filtered(own, entry->option->key, entry->argp, h->state);
    if (text && *text) {
        int column = (int)glibc_compat_argp_column(h->stream), start = h->settings->text_column;
        glibc_compat_argp_set_left(h->stream, (size_t)start);
        glibc_compat_argp_set_wrap(h->stream, (size_t)start);
        if (column > start + 3)
            glibc_compat_argp_putc(h->stream, '\n');
        else if (column >= start)
            glibc_compat_argp_puts(h->stream, "   ");
        else
            indent_to(h->stream, start);
        glibc_compat_argp_puts(h->stream, text);
    }
    release(text, own);
    glibc_compat_argp_set_left(h->stream, 0);
    glibc_compat_argp_putc(h->stream, '\n');
}

static void entry_help(struct help *h, const struct argp_entry *entry)
{
    size_t left = glibc_compat_argp_set_left(h->stream, 0), wrap = (size_t)h->stream->wrap;
    int first = 1;
    spellings(h, entry, &first);
    glibc_compat_argp_set_left(h->stream, 0);
    if (!first) {
        description(h, entry);
        h->previous = entry;
    } else if (!glibc_compat_argp_is_short(entry->option) && !entry->option->name) {
        header(h, entry->option->doc, entry->argp);
        h->previous = entry;
    }
    glibc_compat_argp_set_left(h->stream, left);
    glibc_compat_argp_set_wrap(h->stream, wrap);
}

static void options_help(struct help *h, const struct argp_list *list)
{
    for (unsigned i = 0; i < list->count; i++)
        entry_help(h, &list->entries[i]);
    if (!h->suppressed_duplicate || !h->settings->duplicate_note)
        return;
    const struct argp *root = h->state ? h->state->root_argp : NULL;
    const char *own = translated(root, "Mandatory or optional arguments to long options are also mandatory or optional for any "
                                       "corresponding short options.");
    const char *text = filtered(own, ARGP_KEY_HELP_DUP_ARGS_NOTE, root, h->state);
    if (text && *text) {
        glibc_compat_argp_putc(h->stream, '\n');
        glibc_compat_argp_puts(h->stream, text);
        glibc_compat_argp_putc(h->stream, '\n');
    }
    release(text, own);
}

// --- the usage line ---

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

static void usage(const struct argp *argp, const struct argp_state *state, const struct argp_list *list, unsigned flags, const char *name,
                  const struct argp_settings *settings, struct argp_stream *s)
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

// --- the program's own text ---

// Text before the options (post = 0) or after them: a vertical tab in `doc` divides the two.
static int document(const struct argp *argp, const struct argp_state *state, int post, int blank_before, int only_first,
                    struct argp_stream *s)
{
    int anything = 0;
    const char *own = NULL;
    char *copy = NULL;
    if (argp->doc) {
        const char *tab = strchr(argp->doc, '\v');
        if (post)
            own = tab ? tab + 1 : NULL;
        else if (tab)
            own = copy = strndup(argp->doc, (size_t)(tab - argp->doc));
        else
            own = argp->doc;
        own = own && *own ? translated(argp, own) : own;
    }
    const char *text = filtered(own, post ? ARGP_KEY_HELP_POST_DOC : ARGP_KEY_HELP_PRE_DOC, argp, state);
    if (text) {
        if (blank_before)
            glibc_compat_argp_putc(s, '\n');
        glibc_compat_argp_puts(s, text);
        if (glibc_compat_argp_column(s) > s->left)
            glibc_compat_argp_putc(s, '\n');
        anything = 1;
    }
    release(text, own);
    free(copy);
    if (post && argp->help_filter) {
        char *extra = argp->help_filter(ARGP_KEY_HELP_EXTRA, NULL, glibc_compat_argp_input(argp, state));
        if (extra) {
            if (anything || blank_before)
                glibc_compat_argp_putc(s, '\n');
            glibc_compat_argp_puts(s, extra);
            free(extra);
            if (glibc_compat_argp_column(s) > s->left)
                glibc_compat_argp_putc(s, '\n');
            anything = 1;
        }
    }
    for (const struct argp_child *child = argp->children; child && child->argp && !(only_first && anything); child++)
        anything |= document(child->argp, state, post, anything || blank_before, only_first, s);
    return anything;
}

static void help(const struct argp *argp, const struct argp_state *state, FILE *file, unsigned flags, const char *name)
{
    static const struct argp empty;
    if (!file)
        return;
    if (!argp)
        argp = &empty;
    flockfile(file);
    const struct argp_settings *settings = glibc_compat_argp_settings(state);
    struct argp_stream *s = glibc_compat_argp_stream_new(file, 0, (size_t)settings->right_margin, 0);
    struct argp_list *list = s ? glibc_compat_argp_list(argp) : NULL;
    if (list) {
        int anything = 0;
        if (flags & (ARGP_HELP_USAGE | ARGP_HELP_SHORT_USAGE)) {
            usage(argp, state, list, flags, name, settings, s);
            anything = 1;
        }
        if (flags & ARGP_HELP_PRE_DOC)
            anything |= document(argp, state, 0, 0, 1, s);
        if (flags & ARGP_HELP_SEE) {
            glibc_compat_argp_printf(s, translated(argp, "Try `%s --help' or `%s --usage' for more information.\n"), name, name);
            anything = 1;
        }
        if ((flags & ARGP_HELP_LONG) && list->count) {
            if (anything)
                glibc_compat_argp_putc(s, '\n');
            options_help(&(struct help){ .settings = settings, .state = state, .stream = s }, list);
            anything = 1;
        }
        if (flags & ARGP_HELP_POST_DOC)
            anything |= document(argp, state, 1, anything, 0, s);
        if ((flags & ARGP_HELP_BUG_ADDR) && argp_program_bug_address) {
            if (anything)
                glibc_compat_argp_putc(s, '\n');
            glibc_compat_argp_printf(s, translated(argp, "Report bugs to %s.\n"), argp_program_bug_address);
        }
        glibc_compat_argp_list_free(list);
    }
    if (s)
        glibc_compat_argp_stream_free(s);
    funlockfile(file);
}

/// Writes the texts that `flags` (ARGP_HELP_*) select to `file`. Does not exit. Source: <argp.h>, the GNU C Library manual.
void argp_help(const struct argp *argp, FILE *file, unsigned flags, char *name)
{
    help(argp, NULL, file, flags, name);
}

/// As argp_help for a parse in progress; exits as ARGP_HELP_EXIT_* and ARGP_NO_EXIT say.
void argp_state_help(const struct argp_state *state, FILE *file, unsigned flags)
{
    if ((state && (state->flags & ARGP_NO_ERRS)) || !file)
        return;
    if (state && (state->flags & ARGP_LONG_ONLY))
        flags |= ARGP_HELP_LONG_ONLY;
    help(state ? state->root_argp : NULL, state, file, flags, state ? state->name : program_invocation_short_name);
    if (!state || !(state->flags & ARGP_NO_EXIT)) {
        if (flags & ARGP_HELP_EXIT_ERR)
            exit(argp_err_exit_status);
        if (flags & ARGP_HELP_EXIT_OK)
            exit(0);
    }
}

/// The standard usage message on stderr, then exit.
void argp_usage(const struct argp_state *state)
{
    argp_state_help(state, stderr, ARGP_HELP_STD_USAGE);
}
