// An allocator that stands behind the libc in the search order is nobody's: neither the program nor the libc itself calls it.
// lib: liballoc.so -DALLOCATOR
// lib: libone.so -DUSER -Wl,--no-as-needed -L. -lalloc
// flags: -L. -lone -Wl,-rpath,'$ORIGIN' -Wl,-rpath-link,. -Wl,--allow-shlib-undefined
// sh: LD_LIBRARY_PATH=. ./prog
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef ALLOCATOR
static char arena[1 << 20];
static size_t used;
int calls;
void *malloc(size_t size) { calls++; size_t at = (used + 15) & ~(size_t)15; used = at + size; return arena + at; }
void *calloc(size_t count, size_t size) { return memset(malloc(count * size), 0, count * size); }
void *realloc(void *old, size_t size) { void *fresh = malloc(size); if (old) memcpy(fresh, old, size); return fresh; }
void free(void *memory) { (void)memory; calls++; }
#elif defined USER
extern int calls;
int count(void) { return calls; }
#else
int count(void);
int main(void)
{
    char *zero = calloc(100, 3), *text = strdup("text"), *line = NULL;
    size_t size = 0;
    FILE *file = fopen("/proc/self/comm", "r");
    if (getline(&line, &size, file) < 0) return 1;
    fclose(file);
    printf("%d %s %s", zero[299], text, line);
    free(zero), free(text), free(line);
    free(realloc(NULL, 10));
    printf("%d\n", count());
}
#endif
