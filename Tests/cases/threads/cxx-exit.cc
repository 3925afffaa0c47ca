// pthread_exit from signals' handlers, callbacks, destructors and the main thread, and past noexcept and catch (...), as glibc has it
// flags: -pthread
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include "asleep.h"

struct Guard {
  const char *name;
  ~Guard() { std::printf("  ~%s\n", name); }
};
static int pipes[2];
static volatile int blocking;
static volatile bool spinning;
static void say(void *text) { std::printf("  handler %s\n", (char *)text); }
// As the compiler knows it, raise throws nothing.
static int (*const volatile do_raise)(int) = raise;

static void on_user(int) { Guard here{"in the signal's handler"}; pthread_exit((void *)"left in a signal's handler"); }
static __attribute__((noinline)) void spin() { for (spinning = true;;) ; }

static __attribute__((noinline)) void in_signal(int how)
{
  Guard outer{"around the signal"};
  pthread_cleanup_push(say, (void *)"around the signal");
  Guard inner{"nearest"};
  char c;
  blocking = gettid();
  switch (how) {
  case 0: do_raise(SIGUSR1); break;
  case 1: spin(); break;
  case 2: (void)!read(pipes[0], &c, 1); break;
  case 3: pause(); break;
  case 4: usleep(999999999); break;
  }
  pthread_cleanup_pop(0);
}

static int compare(const void *, const void *) { Guard here{"comparison"}; pthread_exit((void *)"left in qsort"); }
static __attribute__((noinline)) void in_qsort() { Guard here{"around qsort"}; int numbers[] = {3, 1, 2}; qsort(numbers, 3, sizeof(int), compare); }

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int tries;
static void first() { Guard here{"once"}; if (!tries++) pthread_exit((void *)"left in pthread_once"); std::printf("  second try\n"); }
static __attribute__((noinline)) void in_once() { Guard here{"around once"}; pthread_once(&once, first); }

static __attribute__((noinline)) void in_catch()
{
  try { Guard thrown{"thrown"}; throw 5; }
  catch (int number) { Guard caught{"caught"}; std::printf("  %d\n", number); pthread_exit((void *)"left in catch"); }
}

struct Leaves { ~Leaves() noexcept(false) { Guard here{"inside the destructor"}; pthread_exit((void *)"left in a destructor"); } };
static __attribute__((noinline)) void in_destructor() { Guard around{"around the destructor"}; Leaves leaves; }

struct Uncaught { ~Uncaught() { std::printf("  uncaught %d\n", std::uncaught_exceptions()); } };
static __attribute__((noinline)) void counts() { Uncaught here; pthread_exit((void *)"counted"); }

static void *run(void *how)
{
  Guard outer{"outer"};
  switch ((int)(long)how) {
  case 0: case 1: case 2: case 3: case 4: in_signal((int)(long)how); break;
  case 5: in_qsort(); break;
  case 6: case 7: in_once(); break;
  case 8: in_catch(); break;
  case 9: in_destructor(); break;
  case 10: counts(); break;
  }
  return (void *)"returned";
}

static void in_child(const char *what, void *(*function)(void *))
{
  std::printf("%s\n", what);
  std::fflush(stdout);
  pid_t pid = fork();
  if (!pid) {
    pthread_t thread;
    pthread_create(&thread, nullptr, function, nullptr);
    pthread_join(thread, nullptr);
    std::fflush(stdout);
    _exit(0);
  }
  int status;
  waitpid(pid, &status, 0);
  std::printf("  ends by %d\n", WIFSIGNALED(status) ? WTERMSIG(status) : 0);
}

static __attribute__((noinline)) void does_not_throw() noexcept { Guard here{"in noexcept"}; pthread_exit(nullptr); }
struct Strict { ~Strict() { pthread_exit(nullptr); } };

int main()
{
  (void)!pipe(pipes);
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  signal(SIGUSR1, on_user);
  for (long how = 0; how < 11; how++) {
    std::printf("%ld\n", how);
    pthread_t thread;
    void *result;
    blocking = 0, spinning = false;
    pthread_create(&thread, nullptr, run, (void *)how);
    if (how == 1) while (!spinning) usleep(1000);
    if (how > 1 && how < 5) wait_until_asleep(&blocking);
    if (how > 0 && how < 5) pthread_kill(thread, SIGUSR1);
    pthread_join(thread, &result);
    std::printf("  %s\n", (char *)result);
  }
  in_child("noexcept", [](void *) -> void * { Guard outside{"outside"}; does_not_throw(); return nullptr; });
  in_child("a destructor that throws nothing", [](void *) -> void * { Guard outside{"outside"}; Strict strict; return nullptr; });
  in_child("catch (...) in a signal's handler", [](void *) -> void * { signal(SIGUSR1, [](int) { try { pthread_exit(nullptr); } catch (...) { } }); raise(SIGUSR1); return nullptr; });
  in_child("catch (...) that throws something else", [](void *) -> void * { try { try { pthread_exit(nullptr); } catch (...) { throw 5; } } catch (int) { std::printf("  caught 5\n"); } return nullptr; });
  in_child("std::thread", [](void *) -> void * { std::thread([] { Guard in_thread{"in the thread"}; pthread_exit(nullptr); }).join(); return nullptr; });
  std::fflush(stdout);
  for (int how = 0; how < 3; how++) {
    pid_t pid = fork();
    if (!pid) {
      static pthread_t main_thread;
      main_thread = pthread_self();
      std::atexit([] { std::printf("  exit handler\n"); });
      Guard in_main{"main"};
      pthread_cleanup_push(say, (void *)"main");
      if (how == 2) do_raise(SIGUSR1);
      std::thread([=] {
        if (how == 1) pthread_join(main_thread, nullptr), std::printf("  main joined\n"), std::fflush(stdout), _exit(7);
      }).detach();
      pthread_exit((void *)9);
      pthread_cleanup_pop(0);
    }
    int status;
    waitpid(pid, &status, 0);
    std::printf("main left: %#x\n", status);
  }
  return 0;
}
