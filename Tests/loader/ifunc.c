// Indirect functions: called, through a pointer in data, from a library, and the program's own (IRELATIVE).
// lib: libi.so -DLIB
// flags: -L. -li '-Wl,-rpath,$ORIGIN'
#include <stdio.h>
#include <dlfcn.h>
#ifdef LIB
static int helper_value; __attribute__((constructor)) static void set(void) { helper_value = 1; }
static int chosen(void) { return 42; }
static void *pick(void) { return chosen; }
int lib(void) __attribute__((ifunc("pick")));
int (*in_data)(void) = lib;
int call_own(void) { return lib(); }
#else
int lib(void), call_own(void); extern int (*in_data)(void);
static int a(void) { return 1; } static int b(void) { return 2; }
static void *pick(void) { __builtin_cpu_init(); return __builtin_cpu_supports("sse2") ? b : a; }
static int own(void) __attribute__((ifunc("pick")));
static int (*own_pointer)(void) = own; int (*lib_pointer)(void) = lib;
int main() { printf("%d %d %d %d %d %d\n", lib(), call_own(), in_data(), own(), own_pointer(), lib_pointer());
  printf("%d\n", ((int (*)(void))dlsym(RTLD_DEFAULT, "lib"))()); }
#endif
