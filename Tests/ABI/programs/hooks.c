// A variable of glibc's malloc that nobody calls: neither we nor glibc since 2.34; musl does not have it.
// flags: -fno-builtin
// musl: FAILS missing-symbol
// really: 127 __malloc_hook: symbol not found
// ours: RISKY hooks
// really ours: 9
#include <stdlib.h>
__asm__(".symver __malloc_hook,__malloc_hook@GLIBC_2.2.5");
extern void *(*volatile __malloc_hook)(size_t, const void *);
static int called;
static void *hook(size_t size, const void *caller) { (void)size; (void)caller; called = 1; return 0; }
int main(void) { __malloc_hook = hook; void *volatile block = malloc(10); (void)block; return called ? 0 : 9; }
