// <argp.h> as glibc lays it out, and what the files of this folder share. musl has no such header.
#pragma once
#include <stddef.h>
#include <stdio.h>

typedef int error_t;

struct argp_option {
    const char *name;
    int key;
    const char *arg;
    int flags;
    const char *doc;
    int group;
};

enum { OPTION_ARG_OPTIONAL = 1, OPTION_HIDDEN = 2, OPTION_ALIAS = 4, OPTION_DOC = 8, OPTION_NO_USAGE = 16, OPTION_NO_TRANS = 32 };

struct argp_state;
struct argp_child;
typedef error_t (*argp_parser_t)(int key, char *arg, struct argp_state *state);

struct argp {
    const struct argp_option *options;
    argp_parser_t parser;
    const char *args_doc;
    const char *doc;
    const struct argp_child *children;
    char *(*help_filter)(int key, const char *text, void *input);
    const char *argp_domain;
};

struct argp_child {
    const struct argp *argp;
    int flags;
    const char *header;
    int group;
};

struct argp_state {
    const struct argp *root_argp;
    int argc;
    char **argv;
    int next;
    unsigned flags;
    unsigned arg_num;
    int quoted;
    void *input;
    void **child_inputs;
    void *hook;
    char *name;
    FILE *err_stream;
    FILE *out_stream;
    void *pstate;
};

_Static_assert(sizeof(struct argp_option) == 48 && sizeof(struct argp) == 56 && sizeof(struct argp_state) == 96, "glibc's layout");

enum { ARGP_ERR_UNKNOWN = 7 };
enum {
    ARGP_KEY_ARG = 0, ARGP_KEY_ARGS = 0x1000006, ARGP_KEY_END = 0x1000001, ARGP_KEY_NO_ARGS = 0x1000002, ARGP_KEY_INIT = 0x1000003,
    ARGP_KEY_SUCCESS = 0x1000004, ARGP_KEY_ERROR = 0x1000005, ARGP_KEY_FINI = 0x1000007,
};
enum {
    ARGP_KEY_HELP_PRE_DOC = 0x2000001, ARGP_KEY_HELP_POST_DOC = 0x2000002, ARGP_KEY_HELP_HEADER = 0x2000003,
    ARGP_KEY_HELP_EXTRA = 0x2000004, ARGP_KEY_HELP_DUP_ARGS_NOTE = 0x2000005, ARGP_KEY_HELP_ARGS_DOC = 0x2000006,
};
enum {
    ARGP_PARSE_ARGV0 = 0x01, ARGP_NO_ERRS = 0x02, ARGP_NO_ARGS = 0x04, ARGP_IN_ORDER = 0x08, ARGP_NO_HELP = 0x10, ARGP_NO_EXIT = 0x20,
    ARGP_LONG_ONLY = 0x40,
};
enum {
    ARGP_HELP_USAGE = 0x01, ARGP_HELP_SHORT_USAGE = 0x02, ARGP_HELP_SEE = 0x04, ARGP_HELP_LONG = 0x08, ARGP_HELP_PRE_DOC = 0x10,
    ARGP_HELP_POST_DOC = 0x20, ARGP_HELP_BUG_ADDR = 0x40, ARGP_HELP_LONG_ONLY = 0x80, ARGP_HELP_EXIT_ERR = 0x100,
    ARGP_HELP_EXIT_OK = 0x200,
    ARGP_HELP_STD_ERR = ARGP_HELP_SEE | ARGP_HELP_EXIT_ERR,
    ARGP_HELP_STD_USAGE = ARGP_HELP_SHORT_USAGE | ARGP_HELP_SEE | ARGP_HELP_EXIT_ERR,
    ARGP_HELP_STD_HELP = ARGP_HELP_SHORT_USAGE | ARGP_HELP_LONG | ARGP_HELP_EXIT_OK | ARGP_HELP_PRE_DOC | ARGP_HELP_POST_DOC |
                         ARGP_HELP_BUG_ADDR,
};

error_t argp_parse(const struct argp *, int, char **, unsigned, int *, void *);
void argp_help(const struct argp *, FILE *, unsigned, char *);
void argp_state_help(const struct argp_state *, FILE *, unsigned);
void argp_usage(const struct argp_state *);
void argp_error(const struct argp_state *, const char *, ...) __attribute__((format(printf, 2, 3)));
void argp_failure(const struct argp_state *, int, int, const char *, ...) __attribute__((format(printf, 4, 5)));
extern const char *argp_program_version;
extern const char *argp_program_bug_address;
extern void (*argp_program_version_hook)(FILE *, struct argp_state *);
extern error_t argp_err_exit_status;
extern char *program_invocation_name, *program_invocation_short_name;

// The end of an option table, and an option that has a letter.
int glibc_compat_argp_is_end(const struct argp_option *);
int glibc_compat_argp_is_short(const struct argp_option *);
/// The input that `argp`'s parser gets in this parse, NULL outside one.
void *glibc_compat_argp_input(const struct argp *, const struct argp_state *);

// A stream that wraps words between margins (stream.c).
struct argp_stream {
    FILE *file;
    size_t left, right;
    long wrap;                    // where a wrapped line goes on; below 0: cut instead
    size_t settled;               // bytes of `text` that are laid out
    long column;                  // after the settled text; -1: at the start of a line that gets no left margin
    char *text;
    size_t used, capacity, allocated;
};
struct argp_stream *glibc_compat_argp_stream_new(FILE *, size_t left, size_t right, long wrap);
void glibc_compat_argp_stream_free(struct argp_stream *);
void glibc_compat_argp_write(struct argp_stream *, const char *, size_t);
void glibc_compat_argp_puts(struct argp_stream *, const char *);
void glibc_compat_argp_putc(struct argp_stream *, char);
void glibc_compat_argp_printf(struct argp_stream *, const char *, ...) __attribute__((format(printf, 2, 3)));
size_t glibc_compat_argp_set_left(struct argp_stream *, size_t);
size_t glibc_compat_argp_set_wrap(struct argp_stream *, size_t);
size_t glibc_compat_argp_column(struct argp_stream *);

// The options of a tree of parsers, sorted for display (list.c).
struct argp_cluster {
    const char *header;
    int index, group, depth;
    struct argp_cluster *parent;
    const struct argp *argp;
    struct argp_cluster *next;    // all clusters of the list
};
struct argp_entry {
    const struct argp_option *option;   // an option and `count - 1` aliases
    unsigned count;
    char *letters;                // the letters of it that no earlier option has, within the list's `letters`
    int group;
    struct argp_cluster *cluster;
    const struct argp *argp;
    unsigned ordinal;
};
struct argp_list {
    struct argp_entry *entries;
    unsigned count;
    char *letters;
    struct argp_cluster *clusters;
};
struct argp_list *glibc_compat_argp_list(const struct argp *);
void glibc_compat_argp_list_free(struct argp_list *);

// ARGP_HELP_FMT (settings.c).
struct argp_settings {
    int duplicate_arguments, duplicate_note, short_column, long_column, document_column, text_column, header_column, usage_indent,
        right_margin;
};
const struct argp_settings *glibc_compat_argp_settings(const struct argp_state *);

// The options that argp_parse adds to a program's own, without ARGP_NO_HELP (defaults.c).
extern const struct argp glibc_compat_argp_default, glibc_compat_argp_version;
