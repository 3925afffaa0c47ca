// streams that go the other way are refused with EBADF, once; getenv finds what setenv, putenv and a changed environ say
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern char **environ;
#define FAILS(call) (errno = 0, printf("%ld", (long)(call)), printf(" %d %d\n", errno, ferror(f) != 0))

int main(void)
{
    FILE *f = fopen("data", "w");
    char text[100], *line = NULL;
    size_t room = 0;
    FAILS(fgetc(f));
    FAILS(getc_unlocked(f));
    FAILS(fgets(text, 10, f) != NULL);
    FAILS(getline(&line, &room, f));
    FAILS(fread(text, 1, 5, f));
    clearerr(f);
    FAILS(getline(&line, &room, f));
    fputs("some\ntext\n", f);
    fclose(f);
    f = fopen("data", "r");
    FAILS(fputc('x', f));
    FAILS(putc_unlocked('x', f));
    FAILS(fputs("x", f));
    FAILS(fwrite("xyz", 1, 3, f));
    FAILS(getline(&line, &room, f));
    clearerr(f);
    FAILS(getline(&line, &room, f));
    fclose(f);

    printf("%s %s\n", getenv("HOME"), getenv("HOM") ? "?" : "none");
    setenv("HOM", "short", 1);
    setenv("H", "", 1);
    printf("%s %s| %s\n", getenv("HOM"), getenv("H"), getenv("HOME"));
    putenv("HOMES=1=2");
    printf("%s\n", getenv("HOMES"));
    unsetenv("HOM");
    printf("%d %d %d %d\n", getenv("HOM") == NULL, getenv("") == NULL, getenv("HOME=") == NULL, getenv("NOT_SET") == NULL);
    char *own[] = {"A=1", "AB=2", "=3", "NOTHING", "A=4", "B=", NULL};
    environ = own;
    printf("%s %s %d %d %s|\n", getenv("A"), getenv("AB"), getenv("NOTHING") == NULL, getenv("HOME") == NULL, getenv("B"));
    clearenv();
    printf("%d\n", getenv("A") == NULL);
    environ = NULL;
    printf("%d\n", getenv("A") == NULL);
    return 0;
}
