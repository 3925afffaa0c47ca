// <argp.h>: help texts, laid out as glibc lays them out: usage, the program's own text, options, where to report bugs.
#include "help.h"
#include <string.h>

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
            glibc_compat_argp_usage(argp, state, list, flags, name, settings, s);
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
            glibc_compat_argp_options(state, list, settings, s);
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
