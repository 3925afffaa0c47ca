// A library without a version that the program or an opened library needs is refused in glibc's words.
// lib: libv.so -DLIB -Wl,--version-script=v.map $(printf 'V1 { global: f; }; V2 { global: g; } V1;' > v.map)
// lib: old/libv.so -DLIB -Wl,-soname,libv.so -Wl,--version-script=o.map $(printf 'V1 { global: f; g; };' > o.map)
// lib: libneeds.so -DNEEDS -L. -lv
// flags: -L. -Wl,--no-as-needed -lv
// sh: LD_LIBRARY_PATH=. ./prog; LD_LIBRARY_PATH=old ./prog; echo $?
#include <stdio.h>
#include <dlfcn.h>
#ifdef LIB
int f(void) { return 1; } int g(void) { return 2; }
#elif defined NEEDS
int g(void); int h(void) { return g(); }
#else
int g(void); int main() { printf("%d\n", g()); void *h = dlopen("./libneeds.so", RTLD_NOW); puts(h ? "open" : dlerror()); return 0; }
#endif
