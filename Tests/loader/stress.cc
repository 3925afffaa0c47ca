// Threads that throw, use TLS, look symbols up and walk the list of objects, while another opens and closes libraries and forks. (glibc 2.36 can hang in the child.)
// expect: done
// expect: exit 0
// lib: liba.so -DLIB
// lib: libb.so -DLIB -DNOTHROW
// flags: -pthread
// sh: ./prog
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <link.h>
#include <pthread.h>
#include <unistd.h>
#include <sys/wait.h>
#include <atomic>
#include <stdexcept>
#ifdef LIB
static thread_local int counter = 5; extern "C" int work(int n) { try { if (n & 1) throw n; return counter++; } catch (int m) { return m; } }
#else
static std::atomic<bool> stop; static std::atomic<long> rounds;
static int visit(struct dl_phdr_info *i, size_t, void *n) { (*(int *)n)++; return 0; }
static void *run(void *) {
  void *h = dlopen("./liba.so", RTLD_NOW); int (*w)(int) = (int (*)(int))dlsym(h, "work");
  while (!stop) { try { throw std::runtime_error("x"); } catch (std::exception &) {} if (w(3) != 3 || w(2) < 5) abort(); int n = 0; dl_iterate_phdr(visit, &n);
    if (n < 3 || !dlsym(RTLD_DEFAULT, "abort") || dlsym(RTLD_DEFAULT, "no such thing")) abort(); rounds++; }
  dlclose(h); return 0; }
int main() {
  pthread_t t[4]; for (auto &x : t) pthread_create(&x, 0, run, 0);
  for (int i = 0; i < 200; i++) { void *h = dlopen("./libb.so", RTLD_NOW); if (!h || ((int (*)(int))dlsym(h, "work"))(2) < 5) abort(); dlclose(h);
    if (i % 20 == 0) { if (fork() == 0) { alarm(10); void *g = dlopen("./libb.so", RTLD_NOW); int r = ((int (*)(int))dlsym(g, "work"))(2) < 5; dlclose(g); _exit(r); } int s; wait(&s); if (s) { std::printf("child %x\n", s); } } }
  while (rounds < 400) usleep(1000); stop = true; for (auto &x : t) pthread_join(x, 0); std::puts("done");
}
#endif
