// dlclose runs the destructors and unloads with the last reference; the next dlopen starts afresh; dependencies go with it.
// lib: libdep.so -DDEP
// lib: libu.so -DLIB -L. -ldep '-Wl,-rpath,$ORIGIN'
// lib: libkeep.so -DKEEP -Wl,-z,nodelete
#include <stdio.h>
#include <dlfcn.h>
#include <stdlib.h>
#ifdef DEP
int dep = 1; __attribute__((destructor)) static void d(void) { puts("-dep"); }
#elif defined LIB
extern int dep; int count; int next(void) { return ++count + dep; } static void bye(void) { puts("atexit of the library"); }
__attribute__((constructor)) static void c(void) { puts("+lib"); atexit(bye); } __attribute__((destructor)) static void d(void) { puts("-lib"); }
#elif defined KEEP
int kept; int next(void) { return ++kept; } __attribute__((destructor)) static void d(void) { puts("-kept"); }
#else
static int call(void *h) { return ((int (*)(void))dlsym(h, "next"))(); }
int main() {
  setbuf(stdout, 0);
  for (int i = 0; i < 2; i++) {
    void *h = dlopen("./libu.so", RTLD_NOW), *g = dlopen("./libu.so", RTLD_LAZY); if (!h) { puts(dlerror()); return 1; }
    printf("%d %d\n", h == g, call(h)); printf("%d\n", call(g));
    printf("closed %d\n", dlclose(h)); printf("%d\n", call(g)); printf("closed %d\n", dlclose(g));
    printf("there %d %d\n", dlopen("./libu.so", RTLD_NOW | RTLD_NOLOAD) != 0, dlopen("./libdep.so", RTLD_NOW | RTLD_NOLOAD) != 0);
  }
  void *k = dlopen("./libkeep.so", RTLD_NOW); call(k); dlclose(k); k = dlopen("./libkeep.so", RTLD_NOW); printf("kept %d\n", call(k)); dlclose(k);
  for (int i = 0; i < 500; i++) { void *h = dlopen("./libkeep.so", RTLD_NOW); dlclose(h); }
  puts("end");
}
#endif
