// A thread that may be cancelled anywhere is cancelled with destructors and handlers also where no further thread can be made
// flags: -pthread -fnon-call-exceptions -fasynchronous-unwind-tables
#include <cstdio>
#include <pthread.h>
#include <unistd.h>

static volatile bool runs;
static volatile long *volatile counter = new long(1);
struct Guard { ~Guard() { std::printf("destructor\n"); } };
static void say(void *) { std::printf("handler\n"); }

static void *spin(void *)
{
  Guard guard;
  int old;
  pthread_cleanup_push(say, nullptr);
  pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &old);
  runs = true;
  // g++ has a place in its tables for what may throw, and for what lies between two such accesses.
  volatile long *count = counter;
  do *count = *count + 1; while (*count);
  *count = 1;
  pthread_cleanup_pop(0);
  return nullptr;
}

static void *nothing(void *) { return nullptr; }

int main()
{
  pthread_t thread, other;
  pthread_attr_t huge;
  pthread_create(&thread, nullptr, spin, nullptr);
  while (!runs) usleep(1000);
  pthread_attr_init(&huge);
  pthread_attr_setstacksize(&huge, 1ul << 46);
  std::printf("set %d\n", pthread_setattr_default_np(&huge));
  std::printf("create %d\n", pthread_create(&other, nullptr, nothing, nullptr) != 0);
  std::printf("cancel %d\n", pthread_cancel(thread));
  void *result;
  pthread_join(thread, &result);
  std::printf("%s\n", result == PTHREAD_CANCELED ? "cancelled" : "returned");
}
