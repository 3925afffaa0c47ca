// <getopt.h>: getopt, getopt_long, getopt_long_only with glibc's permutation, abbreviations, -W and error texts.
// In C because optind and its kin are variables that programs share with us.
#include "getopt.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int optind = 1;
int opterr = 1;
int optopt = '?';
char *optarg;

static void swap_words(char **argv, int a, int b)
{
    char *word = argv[a];
    argv[a] = argv[b];
    argv[b] = word;
}

static void reverse(char **argv, int from, int to)
{
    while (from < --to)
        swap_words(argv, from++, to);
}

// Moves the operands skipped so far behind the options that followed them, each group in its order.
static void move_operands(char **argv, struct glibc_compat_getopt *state)
{
    int from = state->first_operand, middle = state->end_of_operands, to = state->index;
    reverse(argv, from, middle);
    reverse(argv, middle, to);
    reverse(argv, from, to);
    state->first_operand += to - middle;
    state->end_of_operands = to;
}

static int is_operand(const char *word)
{
    return word[0] != '-' || word[1] == '\0';
}

static void report_ambiguous(char *const *argv, const struct option *options, const struct option *first, const char *prefix,
                             const char *word, size_t length, int long_only)
{
    flockfile(stderr);
    fprintf(stderr, "%s: option '%s%s' is ambiguous; possibilities:", argv[0], prefix, word);
    for (const struct option *o = options; o->name; o++) {
        if (strncmp(o->name, word, length))
            continue;
        int same = o->has_arg == first->has_arg && o->flag == first->flag && o->val == first->val;
        if (o == first || long_only || !same)
            fprintf(stderr, " '%s%s'", prefix, o->name);
    }
    fputc('\n', stderr);
    funlockfile(stderr);
}

// A long option stands at state->rest. -1: not a long option, to be read as short ones (getopt_long_only).
static int long_option(int argc, char *const *argv, const char *letters, const struct option *options, int *long_index, int long_only,
                       struct glibc_compat_getopt *state, int print_errors, const char *prefix)
{
    const char *word = state->rest;
    size_t length = strcspn(word, "=");
    const struct option *found = NULL;
    for (const struct option *o = options; o->name && !found; o++)
        if (!strncmp(o->name, word, length) && o->name[length] == '\0')
            found = o;
    if (!found) {
        int ambiguous = 0;
        for (const struct option *o = options; o->name; o++) {
            if (strncmp(o->name, word, length))
                continue;
            if (!found)
                found = o;
            else if (long_only || found->has_arg != o->has_arg || found->flag != o->flag || found->val != o->val)
                ambiguous = 1;
        }
        if (ambiguous) {
            if (print_errors)
                report_ambiguous(argv, options, found, prefix, word, length, long_only);
            state->rest += strlen(state->rest);
            state->index++;
            state->offending = 0;
            return '?';
        }
    }
    if (!found) {
        if (long_only && argv[state->index][1] != '-' && strchr(letters, *word))
            return -1;
        if (print_errors)
            fprintf(stderr, "%s: unrecognized option '%s%s'\n", argv[0], prefix, word);
        state->rest = NULL;
        state->index++;
        state->offending = 0;
        return '?';
    }
    state->index++;
    state->rest = NULL;
    if (word[length]) {
        if (found->has_arg == no_argument) {
            if (print_errors)
                fprintf(stderr, "%s: option '%s%s' doesn't allow an argument\n", argv[0], prefix, found->name);
            state->offending = found->val;
            return '?';
        }
        state->argument = (char *)word + length + 1;
    } else if (found->has_arg == required_argument) {
        if (state->index >= argc) {
            if (print_errors)
                fprintf(stderr, "%s: option '%s%s' requires an argument\n", argv[0], prefix, found->name);
            state->offending = found->val;
            return letters[0] == ':' ? ':' : '?';
        }
        state->argument = argv[state->index++];
    }
    if (long_index)
        *long_index = (int)(found - options);
    if (found->flag) {
        *found->flag = found->val;
        return 0;
    }
    return found->val;
}

static int missing_argument(char *const *argv, const char *letters, struct glibc_compat_getopt *state, int letter, int print_errors)
{
    if (print_errors)
        fprintf(stderr, "%s: option requires an argument -- '%c'\n", argv[0], letter);
    state->offending = letter;
    return letters[0] == ':' ? ':' : '?';
}

static int short_option(int argc, char *const *argv, const char *letters, const struct option *options, int *long_index,
                        struct glibc_compat_getopt *state, int print_errors)
{
    char letter = *state->rest++;
    const char *entry = strchr(letters, letter);
    if (*state->rest == '\0')
        state->index++;
    if (!entry || letter == ':' || letter == ';') {
        if (print_errors)
            fprintf(stderr, "%s: invalid option -- '%c'\n", argv[0], letter);
        state->offending = letter;
        return '?';
    }
    if (entry[0] == 'W' && entry[1] == ';' && options) {
        // "W;" makes `-W name` a spelling of `--name`.
        if (*state->rest == '\0') {
            if (state->index == argc)
                return missing_argument(argv, letters, state, letter, print_errors);
            state->rest = argv[state->index];
        }
        return long_option(argc, argv, letters, options, long_index, 0, state, print_errors, "-W ");
    }
    if (entry[1] != ':')
        return letter;
    int result = letter;
    if (*state->rest != '\0') {
        state->argument = state->rest;
        state->index++;
    } else if (entry[2] != ':') {
        if (state->index == argc)
            result = missing_argument(argv, letters, state, letter, print_errors);
        else
            state->argument = argv[state->index++];
    }
    state->rest = NULL;
    return result;
}

static void start(const char *letters, struct glibc_compat_getopt *state, int posixly_correct)
{
    if (state->index == 0)
        state->index = 1;
    state->first_operand = state->end_of_operands = state->index;
    state->rest = NULL;
    if (letters[0] == '-')
        state->ordering = RETURN_IN_ORDER;
    else if (letters[0] == '+' || posixly_correct || getenv("POSIXLY_CORRECT"))
        state->ordering = REQUIRE_ORDER;
    else
        state->ordering = PERMUTE;
    state->started = 1;
}

int glibc_compat_getopt_step(int argc, char *const *argv, const char *letters, const struct option *options, int *long_index,
                             int long_only, struct glibc_compat_getopt *state, int posixly_correct)
{
    if (argc < 1)
        return -1;
    state->argument = NULL;
    if (state->index == 0 || !state->started)
        start(letters, state, posixly_correct);
    if (letters[0] == '-' || letters[0] == '+')
        letters++;
    int print_errors = letters[0] == ':' ? 0 : state->print_errors;

    if (state->rest && *state->rest)
        return short_option(argc, argv, letters, options, long_index, state, print_errors);

    // The caller may have moved optind back.
    if (state->end_of_operands > state->index)
        state->end_of_operands = state->index;
    if (state->first_operand > state->index)
        state->first_operand = state->index;
    if (state->ordering == PERMUTE) {
        if (state->first_operand != state->end_of_operands && state->end_of_operands != state->index)
            move_operands((char **)argv, state);
        else if (state->end_of_operands != state->index)
            state->first_operand = state->index;
        while (state->index < argc && is_operand(argv[state->index]))
            state->index++;
        state->end_of_operands = state->index;
    }
    if (state->index != argc && !strcmp(argv[state->index], "--")) {
        state->index++;
        if (state->first_operand != state->end_of_operands && state->end_of_operands != state->index)
            move_operands((char **)argv, state);
        else if (state->first_operand == state->end_of_operands)
            state->first_operand = state->index;
        state->end_of_operands = argc;
        state->index = argc;
    }
    if (state->index == argc) {
        if (state->first_operand != state->end_of_operands)
            state->index = state->first_operand;
        return -1;
    }
    char *word = argv[state->index];
    if (is_operand(word)) {
        if (state->ordering == REQUIRE_ORDER)
            return -1;
        state->argument = word;
        state->index++;
        return 1;
    }
    if (options) {
        if (word[1] == '-') {
            state->rest = word + 2;
            return long_option(argc, argv, letters, options, long_index, long_only, state, print_errors, "--");
        }
        if (long_only && (word[2] || !strchr(letters, word[1]))) {
            state->rest = word + 1;
            int result = long_option(argc, argv, letters, options, long_index, long_only, state, print_errors, "-");
            if (result != -1)
                return result;
        }
    }
    state->rest = word + 1;
    return short_option(argc, argv, letters, options, long_index, state, print_errors);
}

// The public functions share one state, whose public part lives in the variables.
static int public_step(int argc, char *const *argv, const char *letters, const struct option *options, int *long_index, int long_only,
                       int posixly_correct)
{
    static struct glibc_compat_getopt state;
    state.index = optind;
    state.print_errors = opterr;
    int result = glibc_compat_getopt_step(argc, argv, letters, options, long_index, long_only, &state, posixly_correct);
    optind = state.index;
    optarg = state.argument;
    optopt = state.offending;
    return result;
}

/// Next option letter, '?' or ':' for an error, 1 for an operand ("-" ordering), -1 at the end. optind = 0 starts anew. Source: getopt(3).
int getopt(int argc, char *const *argv, const char *letters)
{
    return public_step(argc, argv, letters, NULL, NULL, 0, 0);
}

/// getopt as POSIX has it: stops at the first operand. glibc's <unistd.h> picks it for programs that ask for POSIX only.
int __posix_getopt(int argc, char *const *argv, const char *letters)
{
    return public_step(argc, argv, letters, NULL, NULL, 0, 1);
}

/// getopt with long options, which may be abbreviated. Source: getopt_long(3).
int getopt_long(int argc, char *const *argv, const char *letters, const struct option *options, int *long_index)
{
    return public_step(argc, argv, letters, options, long_index, 0, 0);
}

/// As getopt_long; a single dash also starts a long option. Source: getopt_long_only(3).
int getopt_long_only(int argc, char *const *argv, const char *letters, const struct option *options, int *long_index)
{
    return public_step(argc, argv, letters, options, long_index, 1, 0);
}
