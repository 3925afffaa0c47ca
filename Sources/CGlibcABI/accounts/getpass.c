// <unistd.h>: getpass. musl's stops after 127 bytes and gives up without a terminal. Source: getpass(3).
#include <stdio.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

/// A line from the terminal that is not shown while it is typed, or from standard input, with the prompt on standard error, where the
/// process has no terminal. Without its newline; empty at the end of input; NULL without memory. The next call replaces it.
char *getpass(const char *prompt)
{
    static char *line;
    static size_t room;
    struct termios before, quiet;
    FILE *terminal = fopen("/dev/tty", "w+e"), *in = terminal ? terminal : stdin, *out = terminal ? terminal : stderr;
    int changed = 0;
    if (tcgetattr(fileno(in), &before) == 0) {
        quiet = before;
        // Keys that end a program must not leave the terminal without echo.
        quiet.c_lflag &= ~(tcflag_t)(ECHO | ISIG);
        changed = tcsetattr(fileno(in), TCSAFLUSH, &quiet) == 0;
    }
    fputs(prompt, out);
    fflush(out);
    ssize_t length = getline(&line, &room, in);
    if (line && length < 0) {
        line[0] = '\0';
    } else if (line && length > 0 && line[length - 1] == '\n') {
        line[length - 1] = '\0';
        // The newline was not shown either. Between reading and writing a stream must be positioned, which a terminal cannot be.
        if (changed && terminal) dprintf(fileno(terminal), "\n");
        else if (changed) fputc('\n', out);
    }
    if (changed) tcsetattr(fileno(in), TCSAFLUSH, &before);
    if (terminal) fclose(terminal);
    return line;
}
