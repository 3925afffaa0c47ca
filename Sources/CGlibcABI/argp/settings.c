// ARGP_HELP_FMT: the user's layout of help texts. Source: the GNU C Library manual, "Customizing Argp Help Output".
#include "argp.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static struct argp_settings settings = {
    .duplicate_note = 1, .short_column = 2, .long_column = 6, .document_column = 2, .text_column = 29, .header_column = 1,
    .usage_indent = 12, .right_margin = 79,
};

static const struct parameter {
    const char *name;
    int is_switch;
    size_t offset;
} parameters[] = {
    { "dup-args", 1, offsetof(struct argp_settings, duplicate_arguments) },
    { "dup-args-note", 1, offsetof(struct argp_settings, duplicate_note) },
    { "short-opt-col", 0, offsetof(struct argp_settings, short_column) },
    { "long-opt-col", 0, offsetof(struct argp_settings, long_column) },
    { "doc-opt-col", 0, offsetof(struct argp_settings, document_column) },
    { "opt-doc-col", 0, offsetof(struct argp_settings, text_column) },
    { "header-col", 0, offsetof(struct argp_settings, header_column) },
    { "usage-indent", 0, offsetof(struct argp_settings, usage_indent) },
    { "rmargin", 0, offsetof(struct argp_settings, right_margin) },
};
enum { PARAMETERS = sizeof parameters / sizeof *parameters };

static int *member(struct argp_settings *s, const struct parameter *p)
{
    return (int *)((char *)s + p->offset);
}

static const struct parameter *find(const char *name, size_t length)
{
    for (const struct parameter *p = parameters; p < parameters + PARAMETERS; p++)
        if (strlen(p->name) == length && !strncmp(p->name, name, length))
            return p;
    return NULL;
}

// A column at or beyond the right margin would leave no room for text: then nothing is changed.
static void take(const struct argp_state *state, struct argp_settings *new)
{
    for (const struct parameter *p = parameters; p < parameters + PARAMETERS; p++) {
        int *value = member(new, p);
        if (p->is_switch || value == &new->right_margin)
            continue;
        if (*value >= new->right_margin) {
            argp_failure(state, 0, 0, "ARGP_HELP_FMT: %s value is less than or equal to %s", "rmargin", p->name);
            return;
        }
    }
    settings = *new;
}

static void read_variable(const struct argp_state *state, const char *text)
{
    struct argp_settings new = settings;
    while (*text) {
        while (isspace((unsigned char)*text))
            text++;
        if (!isalpha((unsigned char)*text)) {
            if (*text)
                argp_failure(state, 0, 0, "Garbage in ARGP_HELP_FMT: %s", text);
            break;
        }
        const char *name = text;
        while (isalnum((unsigned char)*text) || *text == '-' || *text == '_')
            text++;
        size_t length = (size_t)(text - name);
        while (isspace((unsigned char)*text))
            text++;
        int unspecified = 0, value = 0;
        if (*text == '\0' || *text == ',') {
            unspecified = 1;
        } else if (*text == '=') {
            text++;
            while (isspace((unsigned char)*text))
                text++;
        }
        if (unspecified) {
            if (length > 3 && !strncmp(name, "no-", 3)) {
                value = 0;
                name += 3;
                length -= 3;
            } else {
                value = 1;
            }
        } else if (isdigit((unsigned char)*text)) {
            value = atoi(text);
            while (isdigit((unsigned char)*text))
                text++;
            while (isspace((unsigned char)*text))
                text++;
        }
        const struct parameter *p = find(name, length);
        if (!p)
            argp_failure(state, 0, 0, "%.*s: Unknown ARGP_HELP_FMT parameter", (int)length, name);
        else if (unspecified && !p->is_switch)
            argp_failure(state, 0, 0, "%.*s: ARGP_HELP_FMT parameter requires a value", (int)length, name);
        else
            *member(&new, p) = value;
        if (*text == ',')
            text++;
    }
    take(state, &new);
}

const struct argp_settings *glibc_compat_argp_settings(const struct argp_state *state)
{
    // Read at each help, as in glibc: the defaults change only where the variable is well formed.
    const char *text = getenv("ARGP_HELP_FMT");
    if (text)
        read_variable(state, text);
    return &settings;
}
