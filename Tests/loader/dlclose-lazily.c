// A library that stays when the one that brought it is closed still finds what it has not called yet, in itself and in what it needs.
// lib: libbase.so -DBASE
// lib: libstays.so -DSTAYS -L. -lbase -Wl,-z,nodelete -Wl,-z,lazy '-Wl,-rpath,$ORIGIN'
// lib: libgoes.so -DGOES -L. -lstays '-Wl,-rpath,$ORIGIN' '-Wl,-rpath-link,.'
#include <stdio.h>
#include <dlfcn.h>
int base(void); int own(void); int weak(void) __attribute__((weak)); int calls(void);
#ifdef BASE
int base(void) { return 1; }
#elif defined STAYS
int own(void) { return 2; }
__attribute__((weak)) int weak(void) { return 4; }
int calls(void) { return own() + base() + weak(); }
#elif defined GOES
int goes(void) { return calls(); }
__attribute__((destructor)) static void down(void) { puts("it goes"); }
#else
int main() {
  setbuf(stdout, 0);
  for (int i = 0; i < 2; i++) {
    void *goes = dlopen("./libgoes.so", RTLD_LAZY); if (!goes) { puts(dlerror()); return 1; }
    int (*function)(void) = (int (*)(void))dlsym(goes, "calls");
    dlclose(goes);
    printf("%d\n", function());
    printf("there %d %d\n", dlopen("./libgoes.so", RTLD_NOW | RTLD_NOLOAD) != 0, dlopen("./libstays.so", RTLD_NOW | RTLD_NOLOAD) != 0);
    printf("%d\n", dlsym(RTLD_DEFAULT, "calls") != 0);
  }
}
#endif
