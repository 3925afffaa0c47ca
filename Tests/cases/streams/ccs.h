#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

static inline void fill(const char *path, const char *bytes, size_t count)
{
    FILE *file = fopen(path, "w");
    fwrite(bytes, 1, count, file);
    fclose(file);
}

static inline void dump(const char *path)
{
    FILE *file = fopen(path, "r");
    for (int c; (c = getc(file)) != EOF;) printf(" %02x", c);
    printf("\n");
    fclose(file);
}

static inline void state(FILE *file) { printf("  %s%s\n", feof(file) ? "end" : "-", ferror(file) ? " failed" : ""); }
