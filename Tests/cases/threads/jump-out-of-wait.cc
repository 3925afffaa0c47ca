// A thread that left its waits by siglongjmp out of a signal's handler, also on another stack, is cancelled as any other
// flags: -pthread
#include <csetjmp>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>
#include "asleep.h"

static int pipes[2];
static sem_t never;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static volatile int waiter;
static thread_local sigjmp_buf there;
struct Guard {
  const char *name;
  ~Guard() { std::printf("  ~%s\n", name); }
};
static void say(void *) { std::printf("  handler\n"); }
static void jump(int) { siglongjmp(there, 1); }

static __attribute__((noinline)) void wait_deep(int how, int depth)
{
  volatile char room[2000];
  Guard *never_run = nullptr;
  char c;
  room[0] = 0;
  if (depth) return wait_deep(how, depth - 1), (void)room[0];
  waiter = gettid();
  if (how == 0) (void)!read(pipes[0], &c, 1);
  if (how == 1) sem_wait(&never);
  if (how == 2) pause();
  (void)never_run;
}

// Over what the deeper frames have left.
static __attribute__((noinline)) void overwrite() { char room[30000]; std::memset(room, 0x5a, sizeof room); asm volatile("" :: "r"(room) : "memory"); }

static void *run(void *argument)
{
  long how = (long)argument;
  Guard outer{"outer"};
  static char other[65536];
  stack_t stack = {};
  stack.ss_sp = other, stack.ss_size = sizeof other;
  if (how & 1) sigaltstack(&stack, nullptr);
  pthread_cleanup_push(say, nullptr);
  for (volatile int i = 0; i < 3; i++)
    if (!sigsetjmp(there, 1)) wait_deep(i, 4 * (i % 2));
  overwrite();
  Guard inner{"inner"};
  switch (how >> 1) {
  case 0: wait_deep(1, 1); break;
  case 1: wait_deep(0, 6); break;
  case 2: waiter = gettid(), pthread_mutex_lock(&mutex), pthread_mutex_unlock(&mutex), pthread_testcancel(); break;
  }
  pthread_cleanup_pop(0);
  return nullptr;
}

int main()
{
  setvbuf(stdout, nullptr, _IONBF, 0);
  (void)!pipe(pipes);
  sem_init(&never, 0, 0);
  struct sigaction action = {};
  action.sa_handler = jump, action.sa_flags = SA_ONSTACK;
  sigaction(SIGUSR1, &action, nullptr);
  for (long how = 0; how < 6; how++) {
    pthread_t thread;
    void *result;
    std::printf("%ld\n", how);
    waiter = 0;
    pthread_mutex_lock(&mutex);
    pthread_create(&thread, nullptr, run, (void *)how);
    for (int i = 0; i < 3; i++) {
      wait_until_asleep(&waiter);
      waiter = 0;
      pthread_kill(thread, SIGUSR1);
    }
    wait_until_asleep(&waiter);
    pthread_cancel(thread);
    pthread_mutex_unlock(&mutex);
    pthread_join(thread, &result);
    std::printf("  %s\n", result == PTHREAD_CANCELED ? "cancelled" : "returned");
  }
}
