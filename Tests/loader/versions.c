// A library with two versions of a function: each reference gets the version it was linked against; dlsym the default.
// lib: libv.so -DLIB -Wl,--version-script=v.map $(printf 'V1 { global: f; g; h; local: *; }; V2 { global: f; } V1;' > v.map)
// flags: -L. -lv '-Wl,-rpath,$ORIGIN'
#include <stdio.h>
#include <dlfcn.h>
#ifdef LIB
int f1(void) { return 1; } int f2(void) { return 2; } int g(void) { return 7; }
__asm__(".symver f1,f@V1"); __asm__(".symver f2,f@@V2");
int h1(void) { return 11; } __asm__(".symver h1,h@V1");
#else
int f(void), g(void); int old(void); __asm__(".symver old,f@V1");
static const char *call(void *p) { static char b[2][16]; static int i; i ^= 1; sprintf(b[i], p ? "%d" : "none", p ? ((int (*)(void))p)() : 0); return b[i]; }
int main() {
  printf("%d %d %d\n", f(), old(), g());
  void *h = dlopen("libv.so", RTLD_NOW);
  puts(call(dlsym(h, "f"))); puts(call(dlvsym(h, "f", "V1"))); puts(call(dlvsym(h, "f", "V2"))); puts(call(dlsym(h, "h")));
  puts(call(dlvsym(h, "f", "V3"))); puts(dlerror());
  puts(call(dlvsym(h, "g", "V2"))); puts(dlerror());
}
#endif
