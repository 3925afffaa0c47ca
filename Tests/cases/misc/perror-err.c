// perror, warn and err print glibc's texts
#include <err.h>
#include <errno.h>
#include <stdio.h>
int main(int argc, char **argv)
{
    errno = EILSEQ;
    perror("x");
    errno = EILSEQ;
    perror("");
    perror(NULL);
    errno = ENOTTY;
    extern char *program_invocation_short_name;
    program_invocation_short_name = "prog";
    warn("%s %d", "text", 7);
    errno = ENOTTY;
    warn(NULL);
    warnx("plain %d", 4);
    warnx(NULL);
    errno = ERANGE;
    err(3, "last");
}
