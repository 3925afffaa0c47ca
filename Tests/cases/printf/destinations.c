// dprintf, asprintf, sprintf, streams with each buffering, long output, errors of the destination
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
int main(void)
{
    char *s = (char *)1;
    int n = asprintf(&s, "%s %0500d", "text", 5);
    printf("%d %zu %.10s\n", n, strlen(s), s);
    free(s);
    n = asprintf(&s, "%s", "");
    printf("%d %d\n", n, s[0]);
    fflush(stdout);
    printf("%d\n", dprintf(1, "to %s %3000d\n", "descriptor", 1));
    fflush(stdout);
    printf("%d", dprintf(99, "x"));
    printf(" %s\n", strerror(errno));
    setvbuf(stdout, NULL, _IONBF, 0);
    printf("unbuffered %5000d\n", 3);
    char big[6000];
    printf("%d\n", sprintf(big, "%5000s", "x"));
    FILE *f = fopen("/dev/full", "w");
    setvbuf(f, NULL, _IONBF, 0);
    errno = 0;
    n = fprintf(f, "x");
    printf("%d %s %d\n", n, strerror(errno), !!ferror(f));
    f = fopen("/dev/null", "r");
    n = fprintf(f, "x");
    printf("%d %s %d\n", n, strerror(errno), !!ferror(f));
    f = fmemopen(big, 10, "w");
    n = fprintf(f, "%d", 12345);
    printf("%d %d\n", n, fclose(f));
    return 0;
}
