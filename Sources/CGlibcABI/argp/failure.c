// <argp.h>: messages about a bad command line, and the variables a program sets.
#include "argp.h"
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

const char *argp_program_version;
const char *argp_program_bug_address;
void (*argp_program_version_hook)(FILE *, struct argp_state *);
error_t argp_err_exit_status = 64;   // EX_USAGE

static const char *name_of(const struct argp_state *state)
{
    return state ? state->name : program_invocation_short_name;
}

/// Prints "program: message" and where to find help, then exits, unless the parse's flags say otherwise. Source: <argp.h>.
void argp_error(const struct argp_state *state, const char *format, ...)
{
    if (state && (state->flags & ARGP_NO_ERRS))
        return;
    FILE *file = state ? state->err_stream : stderr;
    if (!file)
        return;
    flockfile(file);
    va_list arguments;
    va_start(arguments, format);
    fprintf(file, "%s: ", name_of(state));
    vfprintf(file, format, arguments);
    fputc('\n', file);
    va_end(arguments);
    argp_state_help(state, file, ARGP_HELP_STD_ERR);
    funlockfile(file);
}

/// Prints "program: message: text of the error number"; exits with `status` where it is not 0. Source: <argp.h>.
void argp_failure(const struct argp_state *state, int status, int number, const char *format, ...)
{
    if (state && (state->flags & ARGP_NO_ERRS))
        return;
    FILE *file = state ? state->err_stream : stderr;
    if (!file)
        return;
    flockfile(file);
    fputs(name_of(state), file);
    if (format) {
        va_list arguments;
        va_start(arguments, format);
        fputs(": ", file);
        vfprintf(file, format, arguments);
        va_end(arguments);
    }
    if (number)
        fprintf(file, ": %s", strerror(number));
    fputc('\n', file);
    funlockfile(file);
    if (status && (!state || !(state->flags & ARGP_NO_EXIT)))
        exit(status);
}
