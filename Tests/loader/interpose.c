// A program's own malloc is the libc's too; so is one of a preloaded library, and the one that RTLD_NEXT finds works.
// lib: libcount.so -DLIB
// sh: ./prog; LD_PRELOAD=./libcount.so ./prog
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <dlfcn.h>
#ifdef LIB
static int calls; int preloaded_calls(void) { return calls; }
char *strdup(const char *s) { calls++; char *(*next)(const char *) = dlsym(RTLD_NEXT, "strdup"); char *r = next(s); if (r && *r) *r = '#'; return r; }
void *calloc(size_t a, size_t b) { static char pool[1 << 20]; static size_t used; size_t n = (a * b + 31) & ~15ul; void *p = pool + used; used += n; calls++; return used < sizeof pool ? p : 0; }
void free(void *p) {}
#else
static char pool[4 << 20]; static size_t used; static int calls;
void *malloc(size_t n) { size_t *p = (size_t *)(pool + used); used += (n + 47) & ~15ul; *p = n; calls++; return used < sizeof pool ? p + 2 : 0; }
void *realloc(void *p, size_t n) { void *q = malloc(n); if (p) memcpy(q, p, ((size_t *)p)[-2] < n ? ((size_t *)p)[-2] : n); return q; }
#ifndef NOFREE
void free(void *p) {}
void *calloc(size_t a, size_t b) { return memset(malloc(a * b), 0, a * b); }
#endif
int main() { int before = calls; char *volatile s = strdup("text"); printf("%d %s\n", calls > before, s); before = calls;
  char *line = 0; size_t n = 0; FILE *f = fmemopen("abc\n", 4, "r"); getline(&line, &n, f); printf("%d %s", calls > before, line);
  int (*p)(void) = dlsym(RTLD_DEFAULT, "preloaded_calls"); printf("%d\n", p ? p() > 0 : -1); }
#endif
