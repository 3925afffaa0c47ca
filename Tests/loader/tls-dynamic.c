// Libraries opened late get TLS blocks of their own per thread, by __tls_get_addr and by descriptors, larger than any surplus.
// lib: libgd.so -DLIB
// lib: libdesc.so -DLIB -mtls-dialect=gnu2
// flags: -pthread
#include <stdio.h>
#include <pthread.h>
#include <dlfcn.h>
#ifdef LIB
__thread int big[20000] = { 1, 2, 3 }; __thread int tail = 4;
int sum(int i, long l) { big[19999] += i; return big[2] + tail++ + big[19999] + l; }
#else
static int (*f[2])(int, long);
static void *run(void *a) { for (int k = 0; k < 2; k++) for (int i = 0; i < 3; i++) printf("%d\n", f[k](i, 1000)); return 0; }
int main() {
  const char *names[] = { "./libgd.so", "./libdesc.so" };
  for (int k = 0; k < 2; k++) { void *h = dlopen(names[k], RTLD_LAZY); if (!h) { puts(dlerror()); return 1; } f[k] = dlsym(h, "sum");
    int *t = dlsym(h, "tail"); printf("%d\n", *t); }
  run(0); for (int i = 0; i < 3; i++) { pthread_t t; pthread_create(&t, 0, run, 0); pthread_join(t, 0); } run(0); }
#endif
