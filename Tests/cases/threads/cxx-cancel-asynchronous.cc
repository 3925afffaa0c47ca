// A thread that is cancelled anywhere runs C++ destructors, catch blocks and C cleanup handlers from the interrupted instruction on, in frame order
// flags: -pthread -fnon-call-exceptions -fasynchronous-unwind-tables
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cxxabi.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include "asleep.h"

struct Guard {
  const char *name;
  ~Guard() { std::printf("  ~%s\n", name); }
};
static volatile int blocking;
static int pipes[2];
static volatile long *volatile counter = new long(1);
static pthread_key_t key;
static sem_t never;
static void say(void *text) { std::printf("  handler %s\n", (char *)text); }

static void go_asynchronous()
{
  int old;
  pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &old);
  blocking = gettid();
}

static __attribute__((noinline)) void spin()
{
  Guard here{"spin"};
  go_asynchronous();
  // g++ has a place in its tables for what may throw, and for what lies between two such accesses.
  volatile long *count = counter;
  do *count = *count + 1; while (*count);
  *count = 1;
}

static volatile bool is_in_leaf;
static __attribute__((noinline)) void in_leaf() { for (is_in_leaf = true;;) ++*counter; }

static __attribute__((noinline)) void with_handlers()
{
  Guard before{"before the handlers"};
  pthread_cleanup_push(say, (void *)"outer");
  Guard between{"between"};
  pthread_cleanup_push(say, (void *)"inner");
  Guard after{"after"};
  go_asynchronous();
  in_leaf();
  pthread_cleanup_pop(0);
  pthread_cleanup_pop(0);
}

static __attribute__((noinline)) void with_catches()
{
  try {
    Guard in_try{"in try"};
    try { spin(); } catch (abi::__forced_unwind &) { std::printf("  forced\n"); throw; }
  } catch (...) { std::printf("  catch and throw on\n"); throw; }
}

static void on_user(int) { Guard in_handler{"in the signal's handler"}; go_asynchronous(); in_leaf(); }
// It arrives while this thread runs, or sleeps.
static void signal_from_another(bool sleeps)
{
  std::thread([=, thread = pthread_self(), id = gettid()] {
    volatile int target = id;
    if (sleeps) wait_until_asleep(&target);
    else while (!is_in_leaf) usleep(1000);
    pthread_kill(thread, SIGUSR1);
  }).detach();
}

// As the compiler knows these, they throw nothing.
static int (*const volatile do_raise)(int) = raise;
static int (*const volatile lock)(pthread_mutex_t *) = pthread_mutex_lock;

static __attribute__((noinline)) void in_signal(bool elsewhere, bool raised)
{
  Guard around{"around the signal"};
  static char stack[65536];
  stack_t other = {};
  other.ss_sp = stack, other.ss_size = sizeof stack;
  if (elsewhere) sigaltstack(&other, nullptr);
  struct sigaction action = {};
  action.sa_handler = on_user, action.sa_flags = elsewhere ? SA_ONSTACK : 0;
  sigaction(SIGUSR1, &action, nullptr);
  pthread_cleanup_push(say, (void *)"around the signal");
  Guard nearest{"nearest"};
  if (raised) do_raise(SIGUSR1);
  else signal_from_another(false), in_leaf();
  pthread_cleanup_pop(0);
}

static void on_user_asleep(int) { Guard in_handler{"in the handler of one asleep"}; pthread_cleanup_push(say, (void *)"in the handler"); blocking = gettid(); pause(); pthread_cleanup_pop(0); }
static __attribute__((noinline)) void asleep_in_signal_in_read(bool asynchronous)
{
  Guard around{"around read"};
  struct sigaction action = {};
  action.sa_handler = asynchronous ? on_user : on_user_asleep;
  sigaction(SIGUSR1, &action, nullptr);
  pthread_cleanup_push(say, (void *)"around read");
  Guard nearest{"nearest"};
  signal_from_another(true);
  char c;
  (void)!read(pipes[0], &c, 1);
  pthread_cleanup_pop(0);
}

static int compare(const void *, const void *) { Guard comparing{"in qsort's comparison"}; go_asynchronous(); in_leaf(); return 0; }
static __attribute__((noinline)) void in_callback() { int numbers[] = {2, 1}; Guard sorting{"around qsort"}; qsort(numbers, 2, sizeof(int), compare); }

static __attribute__((noinline)) void wait_asynchronous(int how)
{
  Guard waiting{"waiting"};
  char c;
  go_asynchronous();
  switch (how) {
  case 0: (void)!read(pipes[0], &c, 1); break;
  case 1: pause(); break;
  case 2: sem_wait(&never); break;
  case 3: { pthread_mutex_t locked = PTHREAD_MUTEX_INITIALIZER; lock(&locked); lock(&locked); } break;
  case 4: sigset_t set; sigemptyset(&set); sigaddset(&set, SIGUSR2); int got; sigwait(&set, &got); break;
  }
}

static __attribute__((noinline)) void with_mask()
{
  struct Mask {
    ~Mask()
    {
      sigset_t now;
      pthread_sigmask(SIG_BLOCK, nullptr, &now);
      std::printf("  mask %d%d%d\n", sigismember(&now, SIGUSR1), sigismember(&now, SIGUSR2), sigismember(&now, SIGTERM));
      // A thread that ends is not cancelled any more.
      int state = -1, type = -1;
      pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &state);
      pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &type);
      pthread_testcancel();
      std::printf("  still ending, was %d%d\n", state, type);
      pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, nullptr);
      pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &state);
      std::printf("  was %d, %d\n", state, pthread_setcancelstate(2, &state));
    }
  } mask;
  sigset_t some;
  sigemptyset(&some), sigaddset(&some, SIGUSR2);
  pthread_sigmask(SIG_BLOCK, &some, nullptr);
  spin();
}

static __attribute__((noinline)) void cancel_myself(int when)
{
  Guard here{"cancelling myself"};
  int old;
  if (when == 0) pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &old);
  std::printf("  returned %d\n", pthread_cancel(pthread_self()));
  if (when == 1) pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &old);
  if (when == 2) pthread_testcancel();
  std::printf("  not reached\n");
}

struct Local { ~Local() { std::printf("  thread-local\n"); } void use() {} };
static thread_local Local local;

static void *run(void *how)
{
  Guard outer{"outer"};
  local.use();
  pthread_setspecific(key, "key");
  switch ((int)(long)how) {
  case 0: spin(); break;
  case 1: with_handlers(); break;
  case 2: with_catches(); break;
  case 3: in_signal(false, false); break;
  case 4: in_signal(true, false); break;
  case 5: in_signal(false, true); break;
  case 6: in_signal(true, true); break;
  case 7: asleep_in_signal_in_read(false); break;
  case 8: asleep_in_signal_in_read(true); break;
  case 9: in_callback(); break;
  case 10: with_mask(); break;
  case 11: case 12: case 13: case 14: case 15: wait_asynchronous((int)(long)how - 11); break;
  case 16: case 17: case 18: cancel_myself((int)(long)how - 16); break;
  }
  return (void *)"returned";
}

static void *swallow(void *)
{
  try { spin(); } catch (...) { std::printf("  swallowed\n"), std::fflush(stdout); }
  return nullptr;
}

static __attribute__((noinline)) void does_not_throw() noexcept { spin(); }
static void *stop_at_noexcept(void *) { Guard outside{"outside"}; does_not_throw(); return nullptr; }

static void in_child(const char *what, void *(*function)(void *))
{
  std::printf("%s\n", what);
  std::fflush(stdout);
  pid_t pid = fork();
  if (!pid) {
    pthread_t thread;
    blocking = 0;
    pthread_create(&thread, nullptr, function, nullptr);
    while (!blocking) usleep(1000);
    pthread_cancel(thread);
    pthread_join(thread, nullptr);
    std::fflush(stdout);
    _exit(0);
  }
  int status;
  waitpid(pid, &status, 0);
  std::printf("  ends by %d\n", WIFSIGNALED(status) ? WTERMSIG(status) : 0);
}

int main()
{
  // A thread of glibc 2.36 that cancels itself anywhere must not come by a cancellation point any more, so nothing is written meanwhile.
  static char buffer[65536];
  std::setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
  (void)!pipe(pipes);
  sem_init(&never, 0, 0);
  pthread_key_create(&key, [](void *text) { std::printf("  destructor of %s\n", (char *)text); });
  for (int first = 0; first < 2; first++)
    in_child("cancelled for the first time in the process", [](void *) -> void * { Guard outer{"outer"}; spin(); return nullptr; });
  for (long how = 0; how < 19; how++) {
    std::printf("%ld\n", how);
    pthread_t thread;
    void *result;
    blocking = 0, is_in_leaf = false;
    pthread_create(&thread, nullptr, run, (void *)how);
    if (how == 7 || (how > 10 && how < 16)) wait_until_asleep(&blocking);
    else while (!blocking && how < 16) usleep(1000);
    if (how < 16) pthread_cancel(thread);
    pthread_join(thread, &result);
    std::printf("  %s\n", result == PTHREAD_CANCELED ? "cancelled" : (char *)result);
  }
  in_child("catch (...) that does not throw on", swallow);
  in_child("noexcept", stop_at_noexcept);
  std::fflush(stdout);
  // The main thread, in a process that has no other.
  pid_t pid = fork();
  if (!pid) {
    Guard in_main{"main"};
    cancel_myself(2);
  }
  int status;
  waitpid(pid, &status, 0);
  std::printf("main cancelled: %#x\n", status);
  return 0;
}
