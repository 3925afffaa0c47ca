// Cancellation and pthread_exit run C++ destructors, pass catch blocks that throw on, and catch (...) without throw ends the process
// flags: -pthread
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <pthread.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <cxxabi.h>
#include "asleep.h"

struct Guard {
  const char *name;
  ~Guard() { std::printf("  ~%s\n", name); }
};
static int pipes[2];
static volatile int blocking;
static std::mutex mutex;
static std::recursive_mutex recursive;
static std::condition_variable condition;
static std::condition_variable_any any;

static __attribute__((noinline)) void wait_in(int how)
{
  Guard inner{"inner"};
  char c;
  blocking = gettid();
  switch (how) {
  case 0: (void)!read(pipes[0], &c, 1); break;
  case 1: sleep(1000); break;
  case 2: pthread_exit((void *)"exited");
  case 3: try { pause(); } catch (...) { std::printf("  catch and throw on\n"); throw; } break;
  case 4: try { Guard in_try{"in try"}; pthread_exit((void *)"forced"); } catch (abi::__forced_unwind &) { std::printf("  forced\n"); throw; } break;
  case 5: for (;;) { usleep(1); pthread_testcancel(); }
  case 6: { pthread_cleanup_push([](void *text) { std::printf("  %s\n", (char *)text); }, (void *)"pushed in C++"); pause(); pthread_cleanup_pop(0); } break;
  case 7: { std::unique_lock<std::mutex> lock(mutex); Guard holding{"with the lock"}; condition.wait(lock, [] { return false; }); } break;
  case 8: { std::unique_lock<std::mutex> lock(mutex); condition.wait_for(lock, std::chrono::hours(10), [] { return false; }); } break;
  case 9: { std::unique_lock<std::recursive_mutex> lock(recursive); any.wait(lock, [] { return false; }); } break;
  case 10: std::this_thread::sleep_for(std::chrono::hours(10)); break;
  }
}

static void *run(void *how)
{
  Guard outer{"outer"};
  wait_in((int)(long)how);
  return (void *)"returned";
}

static void *swallow(void *)
{
  try { pthread_exit(nullptr); } catch (...) { }
  return nullptr;
}

int main()
{
  (void)!pipe(pipes);
  for (long how = 0; how < 11; how++) {
    std::printf("%ld\n", how);
    pthread_t thread;
    void *result;
    blocking = 0;
    pthread_create(&thread, nullptr, run, (void *)how);
    if (how == 2 || how == 4 || how == 5) while (!blocking) usleep(1000);
    else wait_until_asleep(&blocking);
    pthread_cancel(thread);
    pthread_join(thread, &result);
    if (how > 6) { std::printf("  free %d%d\n", mutex.try_lock(), recursive.try_lock()); mutex.unlock(), recursive.unlock(); }
    std::printf("  %s\n", result == PTHREAD_CANCELED ? "canceled" : (char *)result);
  }
  std::fflush(stdout);
  pid_t pid = fork();
  if (!pid) {
    pthread_t thread;
    pthread_create(&thread, nullptr, swallow, nullptr);
    pthread_join(thread, nullptr);
    _exit(0);
  }
  int status;
  waitpid(pid, &status, 0);
  std::printf("swallowed: signal %d\n", WIFSIGNALED(status) ? WTERMSIG(status) : 0);
  Guard in_main{"main"};
  pthread_exit(nullptr);
}
