// <argp.h>: the list of options in a help text, in groups and under headers.
#include "help.h"

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

void glibc_compat_argp_options(const struct argp_state *state, const struct argp_list *list, const struct argp_settings *settings,
                               struct argp_stream *stream)
{
    struct help *h = &(struct help){ .settings = settings, .state = state, .stream = stream };
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
