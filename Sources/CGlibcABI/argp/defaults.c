// <argp.h>: the options that every program has: --help, --usage, --version, and two that are hidden.
#include "argp.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { KEY_PROGRAM_NAME = -2, KEY_USAGE = -3, KEY_HANG = -4 };

static const struct argp_option default_options[] = {
    { "help", '?', NULL, 0, "Give this help list", -1 },
    { "usage", KEY_USAGE, NULL, 0, "Give a short usage message", 0 },
    { "program-name", KEY_PROGRAM_NAME, "NAME", OPTION_HIDDEN, "Set the program name", 0 },
    { "HANG", KEY_HANG, "SECS", OPTION_ARG_OPTIONAL | OPTION_HIDDEN, "Hang for SECS seconds (default 3600)", 0 },
    { 0 },
};

static error_t parse_default(int key, char *arg, struct argp_state *state)
{
    switch (key) {
    case '?':
        argp_state_help(state, state->out_stream, ARGP_HELP_STD_HELP);
        return 0;
    case KEY_USAGE:
        argp_state_help(state, state->out_stream, ARGP_HELP_USAGE | ARGP_HELP_EXIT_OK);
        return 0;
    case KEY_PROGRAM_NAME: {
        program_invocation_name = arg;
        char *slash = strrchr(arg, '/');
        program_invocation_short_name = state->name = slash ? slash + 1 : arg;
        if ((state->flags & (ARGP_PARSE_ARGV0 | ARGP_NO_ERRS)) == ARGP_PARSE_ARGV0)
            state->argv[0] = arg;
        return 0;
    }
    case KEY_HANG:
        for (int seconds = arg ? atoi(arg) : 3600; seconds > 0; seconds--)
            sleep(1);
        return 0;
    }
    return ARGP_ERR_UNKNOWN;
}

static const struct argp_option version_options[] = { { "version", 'V', NULL, 0, "Print program version", -1 }, { 0 } };

static error_t parse_version(int key, char *arg, struct argp_state *state)
{
    (void)arg;
    if (key != 'V')
        return ARGP_ERR_UNKNOWN;
    if (argp_program_version_hook)
        argp_program_version_hook(state->out_stream, state);
    else if (argp_program_version)
        fprintf(state->out_stream, "%s\n", argp_program_version);
    else
        argp_error(state, "%s", "(PROGRAM ERROR) No version known!?");
    if (!(state->flags & ARGP_NO_EXIT))
        exit(0);
    return 0;
}

// glibc's own texts are translated by its own catalogue.
const struct argp glibc_compat_argp_default = { default_options, parse_default, NULL, NULL, NULL, NULL, "libc" };
const struct argp glibc_compat_argp_version = { version_options, parse_version, NULL, NULL, NULL, NULL, "libc" };
