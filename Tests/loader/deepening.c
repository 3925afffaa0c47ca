// A constructor may open a library itself, and a lazily bound function may come from a library opened later with RTLD_GLOBAL.
// lib: libinner.so -DINNER
// lib: libouter.so -DOUTER -Wl,-z,lazy
#include <stdio.h>
#include <dlfcn.h>
#ifdef INNER
int provided(void) { return 77; } __attribute__((constructor)) static void up(void) { puts("+inner"); }
#elif defined OUTER
int provided(void); int use(void) { return provided(); }
__attribute__((constructor)) static void up(void) { puts("outer starts"); void *h = dlopen("./libinner.so", RTLD_NOW | RTLD_GLOBAL); printf("outer has %d\n", h != 0); }
#else
int main() { void *h = dlopen("./libouter.so", RTLD_LAZY); if (!h) { puts(dlerror()); return 1; } printf("%d\n", ((int (*)(void))dlsym(h, "use"))()); }
#endif
