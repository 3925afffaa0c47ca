// A cancellation that came while it was disabled or deferred acts where it is allowed again, and runs C++ destructors and cleanup handlers from there
// flags: -pthread
#include <cstdio>
#include <initializer_list>
#include <pthread.h>
#include <unistd.h>

struct Guard {
  const char *name;
  ~Guard() { std::printf("  ~%s\n", name); }
};
static volatile int step;

static void wait_for_cancellation()
{
  step = 1;
  while (step == 1) usleep(100);
}

static void *by_state(void *)
{
  Guard outer{"outer"};
  int old;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
  wait_for_cancellation();
  Guard inner{"inner"};
  int error = pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &old);
  std::printf("type %d, was %d\n", error, old);
  pthread_cleanup_push([](void *text) { std::printf("  %s\n", (char *)text); }, (void *)"handler");
  pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &old);
  std::printf("not reached\n");
  pthread_cleanup_pop(0);
  return nullptr;
}

static void *by_type(void *)
{
  Guard outer{"outer"};
  int old;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
  wait_for_cancellation();
  pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &old);
  Guard inner{"inner"};
  std::printf("still here\n");
  pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &old);
  std::printf("not reached\n");
  return nullptr;
}

static void *by_point(void *)
{
  Guard outer{"outer"};
  int old;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
  wait_for_cancellation();
  pthread_testcancel();
  pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &old);
  std::printf("still here, was %d\n", old);
  pthread_testcancel();
  std::printf("not reached\n");
  return nullptr;
}

int main()
{
  int old = -1;
  for (auto function : {by_state, by_type, by_point}) {
    pthread_t thread;
    step = 0;
    pthread_create(&thread, nullptr, function, nullptr);
    while (!step) usleep(100);
    pthread_cancel(thread);
    step = 2;
    int error = pthread_join(thread, nullptr);
    std::printf("joined %d\n", error);
  }
  std::printf("%d %d", pthread_setcancelstate(7, &old), pthread_setcanceltype(7, &old));
  std::printf(" %d %d\n", pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, nullptr), pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, nullptr));
  return 0;
}
