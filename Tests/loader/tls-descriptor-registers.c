// A TLS descriptor keeps every register but rax, vector registers too, also where the block is made at that moment (glibc 2.36 loses
// them there).
// lib: libdesc.so -DLIB -mtls-dialect=gnu2
// flags: -pthread
// expect: 1007.5
// expect: 1012.5
// expect: 1007.5
// expect: exit 0
#include <stdio.h>
#include <pthread.h>
#include <dlfcn.h>
#ifdef LIB
__thread int big[20000] = { 1, 2, 3 }; __thread int tail = 4;
double sum(double d, int i, long l) { big[19999] += i; return d + big[2] + tail++ + big[19999] + l; }
#else
static double (*f)(double, int, long);
static void *run(void *a) { printf("%g\n", f(0.5, 0, 1000)); return 0; }
int main() {
  f = dlsym(dlopen("./libdesc.so", RTLD_LAZY), "sum"); run(0); printf("%g\n", f(0.5, 4, 1000));
  pthread_t t; pthread_create(&t, 0, run, 0); pthread_join(t, 0); }
#endif
