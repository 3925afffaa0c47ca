// <argp.h>: argp_parse. Each parser of the tree is a group; getopt tells the option, the key's upper bits tell the group.
#include "argp.h"
#include "../getopt.h"
#include <errno.h>
#include <libintl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { KEY_BITS = 24, NO_MORE = -1, OPERAND = 1, GETOPT_ERROR = '?' };

struct group {
    const struct argp *argp;
    argp_parser_t parser;
    const char *letters_end;         // in the parser's letters
    unsigned processed;
    struct group *parent;
    unsigned parent_index;
    void *input;
    void **child_inputs;
    void *hook;
};

struct parser {
    char *letters;
    struct option *long_options;
    struct group *groups, *groups_end;
    void **child_inputs;
    struct glibc_compat_getopt getopt;
    int try_getopt;
    struct argp_state state;
    char *letters_end;
    struct option *long_end;
    void **inputs_end;
};

// --- the tree as flat tables ---

struct sizes { size_t letters, names, groups, inputs; };

static void measure(const struct argp *argp, struct sizes *sizes)
{
    if (argp->options || argp->parser) {
        sizes->groups++;
        for (const struct argp_option *o = argp->options; o && !glibc_compat_argp_is_end(o); o++) {
            sizes->letters += 3;
            sizes->names++;
        }
    }
    for (const struct argp_child *child = argp->children; child && child->argp; child++) {
        sizes->inputs++;
        measure(child->argp, sizes);
    }
}

static int has_long(const struct parser *parser, const char *name)
{
    for (const struct option *o = parser->long_options; o->name; o++)
        if (!strcmp(o->name, name))
            return 1;
    return 0;
}

static void add_option(struct parser *parser, const struct argp_option *o, const struct argp_option *real, const struct group *group)
{
    int has_argument = !real->arg ? no_argument : real->flags & OPTION_ARG_OPTIONAL ? optional_argument : required_argument;
    if (glibc_compat_argp_is_short(o)) {
        *parser->letters_end++ = (char)o->key;
        for (int i = 0; i < has_argument; i++)
            *parser->letters_end++ = ':';
        *parser->letters_end = '\0';
    }
    if (o->name && !has_long(parser, o->name)) {
        unsigned key = (unsigned)(o->key ? o->key : real->key) & ((1u << KEY_BITS) - 1);
        unsigned number = (unsigned)(group - parser->groups) + 1;
        *parser->long_end++ = (struct option){ o->name, has_argument, NULL, (int)(key + (number << KEY_BITS)) };
    }
}

static void add_groups(struct parser *parser, const struct argp *argp, struct group *parent, unsigned index)
{
    struct group *own = NULL;
    if (argp->options || argp->parser) {
        own = parser->groups_end++;
        const struct argp_option *real = argp->options;
        for (const struct argp_option *o = argp->options; o && !glibc_compat_argp_is_end(o); o++) {
            if (!(o->flags & OPTION_ALIAS))
                real = o;
            if (!(real->flags & OPTION_DOC))
                add_option(parser, o, real, own);
        }
        *own = (struct group){ .argp = argp, .parser = argp->parser, .letters_end = parser->letters_end, .parent = parent,
                               .parent_index = index };
        if (argp->children) {
            own->child_inputs = parser->inputs_end;
            for (const struct argp_child *child = argp->children; child->argp; child++)
                parser->inputs_end++;
        }
    }
    index = 0;
    for (const struct argp_child *child = argp->children; child && child->argp; child++)
        add_groups(parser, child->argp, own, index++);
}

static error_t call(struct parser *parser, struct group *group, int key, char *arg)
{
    if (!group->parser)
        return ARGP_ERR_UNKNOWN;
    parser->state.hook = group->hook;
    parser->state.input = group->input;
    parser->state.child_inputs = group->child_inputs;
    parser->state.arg_num = group->processed;
    error_t error = group->parser(key, arg, &parser->state);
    group->hook = parser->state.hook;
    return error;
}

static int is_fatal(error_t error) { return error && error != ARGP_ERR_UNKNOWN; }

static error_t start(struct parser *parser, const struct argp *argp, int argc, char **argv, unsigned flags, void *input)
{
    struct sizes sizes = { .letters = 2 };
    if (argp)
        measure(argp, &sizes);
    if (sizes.groups >= (1u << (31 - KEY_BITS)))
        return E2BIG;
    parser->letters = calloc(sizes.letters + 1, 1);
    parser->long_options = calloc(sizes.names + 1, sizeof *parser->long_options);
    parser->groups = calloc(sizes.groups + 1, sizeof *parser->groups);
    parser->child_inputs = calloc(sizes.inputs + 1, sizeof *parser->child_inputs);
    if (!parser->letters || !parser->long_options || !parser->groups || !parser->child_inputs)
        return ENOMEM;
    parser->letters_end = parser->letters;
    parser->long_end = parser->long_options;
    parser->groups_end = parser->groups;
    parser->inputs_end = parser->child_inputs;
    if (flags & ARGP_IN_ORDER)
        *parser->letters_end++ = '-';
    else if (flags & ARGP_NO_ARGS)
        *parser->letters_end++ = '+';
    if (argp)
        add_groups(parser, argp, NULL, 0);

    parser->state = (struct argp_state){ .root_argp = argp, .argc = argc, .argv = argv, .flags = flags, .err_stream = stderr,
                                         .out_stream = stdout, .pstate = parser };
    parser->try_getopt = 1;
    parser->getopt.index = 1;
    if (parser->groups < parser->groups_end)
        parser->groups->input = input;
    error_t error = 0;
    for (struct group *g = parser->groups; g < parser->groups_end && !is_fatal(error); g++) {
        if (g->parent)
            g->input = g->parent->child_inputs[g->parent_index];
        // A parser without a function of its own hands its input to its first child.
        if (!g->parser && g->argp->children && g->argp->children->argp)
            g->child_inputs[0] = g->input;
        error = call(parser, g, ARGP_KEY_INIT, NULL);
    }
    if (is_fatal(error))
        return error;
    if (parser->state.flags & ARGP_NO_ERRS) {
        parser->getopt.print_errors = 0;
        // getopt skips the first word; here it is one to be parsed.
        if (parser->state.flags & ARGP_PARSE_ARGV0)
            parser->state.argv--, parser->state.argc++;
    } else {
        parser->getopt.print_errors = 1;
    }
    if (parser->state.argv == argv && argv[0]) {
        char *slash = strrchr(argv[0], '/');
        parser->state.name = slash ? slash + 1 : argv[0];
    } else {
        parser->state.name = program_invocation_short_name;
    }
    return 0;
}

// --- one step ---

static error_t operand(struct parser *parser, char *word)
{
    int index = --parser->state.next;
    error_t error = ARGP_ERR_UNKNOWN;
    int key = 0;
    struct group *group = parser->groups;
    for (; group < parser->groups_end && error == ARGP_ERR_UNKNOWN; group++) {
        parser->state.next++;
        error = call(parser, group, key = ARGP_KEY_ARG, word);
        if (error == ARGP_ERR_UNKNOWN) {
            // Perhaps the parser takes all words at once.
            parser->state.next--;
            error = call(parser, group, key = ARGP_KEY_ARGS, NULL);
        }
    }
    if (error)
        return error;
    if (key == ARGP_KEY_ARGS)
        parser->state.next = parser->state.argc;
    if (parser->state.next > index)
        group[-1].processed += (unsigned)(parser->state.next - index);
    else
        parser->try_getopt = 1;      // the program moved back: there may be options again
    return 0;
}

static error_t option(struct parser *parser, int value, char *arg)
{
    static const char unknown[] = "(PROGRAM ERROR) Option should have been recognized!?";
    int number = value >> KEY_BITS;
    error_t error = ARGP_ERR_UNKNOWN;
    if (number == 0) {
        const char *letter = strchr(parser->letters, value);
        for (struct group *g = parser->groups; letter && g < parser->groups_end; g++)
            if (g->letters_end > letter) {
                error = call(parser, g, value, arg);
                break;
            }
        if (error == ARGP_ERR_UNKNOWN)
            argp_error(&parser->state, "-%c: %s", value, unknown);
        return error;
    }
    // Shifting there and back keeps the sign of a negative key.
    int key = (int)((unsigned)value << (32 - KEY_BITS)) >> (32 - KEY_BITS);
    error = call(parser, &parser->groups[number - 1], key, arg);
    if (error == ARGP_ERR_UNKNOWN) {
        const struct option *o = parser->long_options;
        while (o->name && o->val != value)
            o++;
        argp_error(&parser->state, "--%s: %s", o->name ? o->name : "???", unknown);
    }
    return error;
}

// ARGP_ERR_UNKNOWN ends the parse: *by_operand tells whether an operand that nobody wanted, or the end, was the cause.
static error_t step(struct parser *parser, int *by_operand)
{
    struct argp_state *state = &parser->state;
    int result = NO_MORE;
    if (state->quoted && state->next < state->quoted)
        state->quoted = 0;           // the program moved back before the "--"
    if (parser->try_getopt && !state->quoted) {
        parser->getopt.index = state->next;
        parser->getopt.offending = NO_MORE;
        result = glibc_compat_getopt_step(state->argc, state->argv, parser->letters, parser->long_options, NULL,
                                          (state->flags & ARGP_LONG_ONLY) != 0, &parser->getopt, 0);
        state->next = parser->getopt.index;
        if (result == NO_MORE) {
            parser->try_getopt = 0;
            if (state->next > 1 && !strcmp(state->argv[state->next - 1], "--"))
                state->quoted = state->next;
        } else if (result == GETOPT_ERROR && parser->getopt.offending != NO_MORE) {
            // '?' is also a letter of ours: only a real error sets the offending letter.
            *by_operand = 0;
            return ARGP_ERR_UNKNOWN;
        }
    }
    if (result == NO_MORE) {
        if (state->next >= state->argc || (state->flags & ARGP_NO_ARGS)) {
            *by_operand = 1;
            return ARGP_ERR_UNKNOWN;
        }
        result = OPERAND;
        parser->getopt.argument = state->argv[state->next++];
    }
    error_t error = result == OPERAND ? operand(parser, parser->getopt.argument) : option(parser, result, parser->getopt.argument);
    if (error == ARGP_ERR_UNKNOWN)
        *by_operand = result == OPERAND;
    return error;
}

// --- the end ---

static error_t finish(struct parser *parser, error_t error, int by_operand, int *end_index)
{
    struct argp_state *state = &parser->state;
    if (error == ARGP_ERR_UNKNOWN && by_operand)
        error = 0;
    if (!error) {
        if (state->next == state->argc) {
            for (struct group *g = parser->groups; g < parser->groups_end && !is_fatal(error); g++)
                if (g->processed == 0)
                    error = call(parser, g, ARGP_KEY_NO_ARGS, NULL);
            for (struct group *g = parser->groups_end; g-- > parser->groups && !is_fatal(error);)
                error = call(parser, g, ARGP_KEY_END, NULL);
            if (error == ARGP_ERR_UNKNOWN)
                error = 0;
            if (end_index)
                *end_index = state->next;
        } else if (end_index) {
            *end_index = state->next;
        } else {
            if (!(state->flags & ARGP_NO_ERRS) && state->err_stream)
                fprintf(state->err_stream, dgettext(state->root_argp ? state->root_argp->argp_domain : NULL, "%s: Too many arguments\n"),
                        state->name);
            error = ARGP_ERR_UNKNOWN;
        }
    }
    if (error) {
        if (error == ARGP_ERR_UNKNOWN)
            argp_state_help(state, state->err_stream, ARGP_HELP_STD_ERR);
        for (struct group *g = parser->groups; g < parser->groups_end; g++)
            call(parser, g, ARGP_KEY_ERROR, NULL);
    } else {
        for (struct group *g = parser->groups_end; g-- > parser->groups && !is_fatal(error);)
            error = call(parser, g, ARGP_KEY_SUCCESS, NULL);
        if (error == ARGP_ERR_UNKNOWN)
            error = 0;
    }
    for (struct group *g = parser->groups_end; g-- > parser->groups;)
        call(parser, g, ARGP_KEY_FINI, NULL);
    return error == ARGP_ERR_UNKNOWN ? EINVAL : error;
}

/// Parses a command line by a tree of parsers. Returns 0, an error number, or the value a parser returned. Source: <argp.h>, the GNU C
/// Library manual, "Parsing Program Options with Argp".
error_t argp_parse(const struct argp *argp, int argc, char **argv, unsigned flags, int *end_index, void *input)
{
    struct argp_child children[4] = { 0 };
    struct argp top = { .children = children };
    if (!(flags & ARGP_NO_HELP)) {
        struct argp_child *child = children;
        if (argp)
            (child++)->argp = argp;
        (child++)->argp = &glibc_compat_argp_default;
        if (argp_program_version || argp_program_version_hook)
            (child++)->argp = &glibc_compat_argp_version;
        argp = &top;
    }
    struct parser parser = { 0 };
    error_t error = start(&parser, argp, argc, argv, flags, input);
    if (!error) {
        int by_operand = 0;
        while (!error)
            error = step(&parser, &by_operand);
        error = finish(&parser, error, by_operand, end_index);
    }
    free(parser.letters);
    free(parser.long_options);
    free(parser.groups);
    free(parser.child_inputs);
    return error;
}

void *glibc_compat_argp_input(const struct argp *argp, const struct argp_state *state)
{
    const struct parser *parser = state ? state->pstate : NULL;
    if (parser)
        for (const struct group *g = parser->groups; g < parser->groups_end; g++)
            if (g->argp == argp)
                return g->input;
    return NULL;
}
