// Thread-local variables of program and libraries in every access model, in the first thread and in new ones.
// lib: libgd.so -DGD
// lib: libie.so -DIE -ftls-model=initial-exec
// lib: libdesc.so -DDESC -mtls-dialect=gnu2
// flags: -L. -lgd -lie -ldesc '-Wl,-rpath,$ORIGIN' -pthread
#include <stdio.h>
#include <pthread.h>
#include <stdint.h>
#define LIB(name, v) __thread int name##_v = v; static __thread long long name##_zero __attribute__((aligned(64))); \
  int *name(void) { name##_zero++; return &name##_v; } long name##_count(void) { return name##_zero + (long)((uintptr_t)&name##_zero & 63); }
#ifdef GD
LIB(gd, 1)
#elif defined IE
LIB(ie, 2)
#elif defined DESC
LIB(desc, 3)
#else
extern __thread int gd_v; int *gd(void), *ie(void), *desc(void); long gd_count(void), ie_count(void), desc_count(void);
static __thread char own[100] = "own"; static __thread int aligned __attribute__((aligned(128))) = 9;
static void *run(void *a) {
  printf("%d %d %d %s %d %d\n", *gd(), *ie(), *desc(), own, gd_v, aligned + (int)((uintptr_t)&aligned & 127));
  *gd() += 10; *ie() += 20; *desc() += 30; own[0]++;
  printf("%d %d %d %s %d | %ld %ld %ld\n", *gd(), *ie(), *desc(), own, gd_v, gd_count(), ie_count(), desc_count());
  return 0; }
int main() { run(0); for (int i = 0; i < 3; i++) { pthread_t t; pthread_create(&t, 0, run, 0); pthread_join(t, 0); } run(0); }
#endif
