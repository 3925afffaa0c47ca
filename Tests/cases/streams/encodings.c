// fopen with ,ccs=: which encodings there are, and that the file is opened first
#include <errno.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    static const char *const modes[] = {
        "w,ccs=UTF-8", "r,ccs=NOPE", "r,ccs=", "w,ccs=NOPE", "r,ccs=utf-8", "re,ccs=UTF-8", "rb,ccs=KOI8-R", "r+,ccs=ISO-8859-1", "r,css=NOPE",
        "r,ccs=utf 8", "r,ccs=UTF-8,x", "r,ccs=NOPE,x", "rccs=NOPE",
    };
    for (unsigned i = 0; i < sizeof modes / sizeof *modes; i++) {
        errno = 0;
        FILE *stream = fopen("file", modes[i]);
        printf("%s: %d %s\n", modes[i], stream != NULL, stream ? "" : strerror(errno));
        if (stream) fclose(stream);
    }
    FILE *stream = fopen("none", "r,ccs=NOPE");
    printf("%d %s\n", stream != NULL, strerror(errno));
    stream = fopen("new", "w,ccs=NOPE");
    printf("%d %s\n", stream != NULL, strerror(errno));
    stream = fopen("new", "r");
    printf("%d\n", stream != NULL);
    return 0;
}
