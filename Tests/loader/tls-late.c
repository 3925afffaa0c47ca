// A library with initial-exec TLS that is opened while threads live has its variables in each of them.
// lib: libie.so -DIE -ftls-model=initial-exec
// flags: -pthread
#include <stdio.h>
#include <pthread.h>
#include <dlfcn.h>
#ifdef IE
__thread int a = 5; __thread char text[32] = "image"; __thread int *p = 0;
int next(void) { return a++ + (text[0] == 'i' ? 100 : 0) + (p != 0); }
#else
static int (*volatile next)(void); static pthread_barrier_t b;
static void *run(void *arg) { pthread_barrier_wait(&b); pthread_barrier_wait(&b); int r = next(); r = next(); return (void *)(long)r; }
int main() {
  pthread_t t[4]; pthread_barrier_init(&b, 0, 5);
  for (int i = 0; i < 4; i++) pthread_create(&t[i], 0, run, 0);
  pthread_barrier_wait(&b);
  void *h = dlopen("./libie.so", RTLD_NOW); if (!h) { puts(dlerror()); return 1; }
  next = (int (*)(void))dlsym(h, "next");
  pthread_barrier_wait(&b);
  for (int i = 0; i < 4; i++) { void *r; pthread_join(t[i], &r); printf("%ld\n", (long)r); }
  printf("%d\n", next()); pthread_t u; pthread_barrier_init(&b, 0, 1); void *r; pthread_create(&u, 0, run, 0); pthread_join(u, &r); printf("%ld\n", (long)r);
}
#endif
