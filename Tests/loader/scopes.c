// RTLD_LOCAL hides, RTLD_GLOBAL shows, RTLD_DEEPBIND prefers the library's own; RTLD_NEXT continues after the caller.
// lib: libp.so -DLIB -DVALUE=10
// lib: libq.so -DLIB -DVALUE=20
// flags: -rdynamic
#include <stdio.h>
#include <dlfcn.h>
#ifdef LIB
int only_here = VALUE; int name(void) { return VALUE; } int ask(void) { return name(); }
#else
int name(void) { return 1; }
int main() {
  void *p = dlopen("./libp.so", RTLD_NOW | RTLD_LOCAL); printf("%d\n", dlsym(RTLD_DEFAULT, "only_here") != 0);
  printf("%d\n", ((int (*)(void))dlsym(p, "ask"))()); printf("%d\n", ((int (*)(void))dlsym(p, "name"))());
  void *q = dlopen("./libq.so", RTLD_NOW | RTLD_GLOBAL | RTLD_DEEPBIND); printf("%d\n", *(int *)dlsym(RTLD_DEFAULT, "only_here"));
  printf("%d\n", ((int (*)(void))dlsym(q, "ask"))()); printf("%d\n", ((int (*)(void))dlsym(dlopen(0, RTLD_NOW), "name"))());
  printf("%d\n", ((int (*)(void))dlsym(RTLD_NEXT, "name"))()); printf("%d\n", dlopen("libc.so.6", RTLD_NOW) != 0);
  printf("%d %d\n", dlsym(dlopen("libm.so.6", RTLD_NOW), "sin") != 0, dlsym(RTLD_DEFAULT, "printf") == (void *)printf);
}
#endif
