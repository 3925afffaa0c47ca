// <error.h>: error and error_at_line, with the variables that steer them.
#include <errno.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

unsigned int error_message_count;
int error_one_per_line;
void (*error_print_progname)(void);
extern char *program_invocation_name;

static void put_program_name(int colon_space)
{
    fflush(stdout);
    if (error_print_progname)
        error_print_progname();
    else
        fprintf(stderr, colon_space ? "%s: " : "%s:", program_invocation_name);
}

static void put_message(int status, int number, const char *format, va_list arguments)
{
    vfprintf(stderr, format, arguments);
    ++error_message_count;
    if (number)
        fprintf(stderr, ": %s", strerror(number));
    fputc('\n', stderr);
    fflush(stderr);
    if (status)
        exit(status);
}

/// Prints "program: message: text of the error number"; exits where status is not 0. stdout is flushed first. Source: error(3).
void error(int status, int number, const char *format, ...)
{
    // A message is printed whole: cancellation waits, as in glibc.
    int state;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &state);
    put_program_name(1);
    va_list arguments;
    va_start(arguments, format);
    put_message(status, number, format, arguments);
    va_end(arguments);
    pthread_setcancelstate(state, NULL);
}

/// As error, with "file:line:" before the message. With error_one_per_line set, a second message for the same line is dropped.
/// Source: error_at_line(3).
void error_at_line(int status, int number, const char *file, unsigned int line, const char *format, ...)
{
    if (error_one_per_line) {
        static const char *last_file;
        static unsigned int last_line;
        if (line == last_line && (file == last_file || (file && last_file && !strcmp(file, last_file))))
            return;
        last_file = file;
        last_line = line;
    }
    int state;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &state);
    put_program_name(0);
    if (file)
        fprintf(stderr, "%s:%u: ", file, line);
    else
        fputc(' ', stderr);
    va_list arguments;
    va_start(arguments, format);
    put_message(status, number, format, arguments);
    va_end(arguments);
    pthread_setcancelstate(state, NULL);
}
