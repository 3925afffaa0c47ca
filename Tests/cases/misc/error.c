// error and error_at_line: program name, file and line, counter, one message per line, own name printer, exit status
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <errno.h>
static void name(void) { fputs("<me>", stderr); }
int main(void)
{
    program_invocation_name = "prog";
    printf("before");
    error(0, 0, "plain %d", 1);
    error(0, ENOENT, "with errno");
    error(0, 5000, "unknown");
    error_at_line(0, 0, "file.c", 12, "at %s", "line");
    error_at_line(0, EPERM, NULL, 12, "no file");
    error_one_per_line = 1;
    for (int i = 0; i < 3; i++)
        error_at_line(0, 0, "same.c", 5 + i / 2, "once %d", i);
    error_at_line(0, 0, NULL, 6, "null");
    error_at_line(0, 0, NULL, 6, "null again");
    error_print_progname = name;
    error(0, 0, "own name");
    error_at_line(0, 0, "f", 99, "own name at line");
    printf("%u\n", error_message_count);
    error(9, EINTR, "bye");
    return 0;
}
