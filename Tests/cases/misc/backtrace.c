// backtrace unwinds through functions without frame pointers; the symbol lines name file and function
// flags: -rdynamic -fno-omit-frame-pointer
#include <execinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
static void *frames[50];
__attribute__((noinline)) int inner(void) { int n = backtrace(frames, 50); __asm__ volatile("" ::: "memory"); return n; }
__attribute__((noinline, optimize("omit-frame-pointer"))) int middle(void) { int n = inner(); __asm__ volatile("" ::: "memory"); return n; }
__attribute__((noinline)) int outer(void) { int n = middle(); __asm__ volatile("" ::: "memory"); return n; }
int main(void)
{
    int n = outer();
    printf("%d\n", n > 3);
    char **lines = backtrace_symbols(frames, n);
    for (int i = 0; i < 4; i++) {
        char *open = strchr(lines[i], '('), *plus = strchr(lines[i], '+');
        printf("%.*s\n", (int)(plus - open), open);
    }
    free(lines);
    printf("%d %d\n", backtrace(frames, 0), backtrace(frames, 2));
    lines = backtrace_symbols((void *[]){ (void *)1, NULL }, 2);
    printf("%s %s\n", lines[0], lines[1]);
    fflush(stdout);
    backtrace_symbols_fd((void *[]){ (void *)16 }, 1, 1);
    free(lines);
    return 0;
}
