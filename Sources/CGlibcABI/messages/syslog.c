// <syslog.h>: syslog formats here, so that %m has glibc's text; musl sends the line.
#include "../include/next.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <syslog.h>

static void send_line(int priority, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    NEXT(vsyslog)(priority, format, arguments);
    va_end(arguments);
}

/// Sends a formatted line to the system's log. %m is the text of errno. Source: syslog(3).
void vsyslog(int priority, const char *format, va_list arguments)
{
    int number = errno;
    char *line = NULL;
    if (vasprintf(&line, format, arguments) < 0)
        return;
    errno = number;
    send_line(priority, "%s", line);
    free(line);
    errno = number;
}

void syslog(int priority, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsyslog(priority, format, arguments);
    va_end(arguments);
}
