// freopen forgets what the stream carried, the program's buffer and how it was buffered
#include "ccs.h"

int main(void)
{
    static char buffer[9000];
    FILE *file = fopen("one", "w");
    setvbuf(file, buffer, _IOFBF, sizeof buffer);
    putc('q', file);
    file = freopen("two", "w", file);
    memset(buffer, 'z', sizeof buffer);
    fputs("hello", file);
    printf("%zu", __fpending(file));
    fclose(file);
    for (unsigned i = 0; i < sizeof buffer; i++)
        if (buffer[i] != 'z') printf(" touched");
    dump("one");
    dump("two");

    file = fopen("one", "w");
    setvbuf(file, NULL, _IONBF, 0);
    file = freopen("two", "w", file);
    fputs("x", file);
    printf("%zu", __fpending(file));
    file = freopen(NULL, "a", file);
    fputs("yz", file);
    printf(" %zu", __fpending(file));
    fclose(file);
    dump("two");

    file = fopen("one", "w");
    setvbuf(file, NULL, _IOLBF, 0);
    file = freopen("two", "w", file);
    fputs("a\nb", file);
    printf("%d", __flbf(file));
    printf(" %zu\n", __fpending(file));
    fputws(L"c", file);
    file = freopen("two", "w", file);
    printf("%d", fwide(file, 0));
    printf(" %d", fputws(L"wide", file));
    file = freopen("two", "r", file);
    printf(" %d", fwide(file, 0));
    printf(" %d\n", fgetc(file));

    // The standard streams.
    file = freopen("errors", "w", stderr);
    fputs("abc", stderr);
    printf("%d %zu", file == stderr, __fpending(stderr));
    fflush(stderr);
    dump("errors");
    fflush(stdout);
    int kept = dup(1);
    for (int i = 0; i < 2; i++) {
        freopen("output", "w", stdout);
        printf("a\nb\n");
        dprintf(kept, "%zu %d\n", __fpending(stdout), __flbf(stdout));
    }
    return 0;
}
