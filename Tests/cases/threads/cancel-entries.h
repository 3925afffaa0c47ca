// Tables of calls, each made by a thread that is cancelled while it is blocked in the call, and once more with a cancellation that waits for the call.
#pragma once
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include "asleep.h"

static char done[600];
static void say(void *what) { strcat(strcat(done, " "), (char *)what); }
struct Guard {
  const char *name;
  ~Guard() { say((void *)"~"), strcat(done, name); }
};

struct Entry { const char *name; void (*call)(); bool blocks; };
#define B(name, ...) { #name, [] { (void)(__VA_ARGS__); }, true },
#define N(name, ...) { #name, [] { (void)(__VA_ARGS__); }, false },
#define S(name, ...) { #name, [] { __VA_ARGS__; }, true },

static const Entry *entry;
static bool pending;
static int report;
static volatile int blocking;

static void *run(void *)
{
  Guard outer{"outer"};
  pthread_cleanup_push(say, (void *)"handler");
  Guard inner{"inner"};
  if (pending) {
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, nullptr);
    blocking = 1;
    while (blocking == 1) sched_yield();
    pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, nullptr);
  } else blocking = gettid();
  entry->call();
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, nullptr);
  pthread_cleanup_pop(0);
  return (void *)"came back";
}

static void run_entry(void (*before)(), void (*after)())
{
  void *end;
  pthread_t thread;
  before();
  pthread_create(&thread, nullptr, run, nullptr);
  if (pending) while (!blocking) sched_yield();
  else wait_until_asleep(&blocking);
  pthread_cancel(thread);
  if (pending) blocking = 2;
  pthread_join(thread, &end);
  if (after) after();
  char line[800];
  (void)!write(report, line, (size_t)snprintf(line, sizeof line, "%s%s:%s, %s\n", entry->name, pending ? ", pending" : "", done, end == PTHREAD_CANCELED ? "cancelled" : (char *)end));
}

// Each in a process of its own, which `before` prepares and `after` looks at when the thread has ended.
template <size_t count> static void run_entries(const Entry (&entries)[count], void (*before)(), void (*after)())
{
  report = dup(1);
  for (int phase = 0; phase < 2; phase++) {
    for (auto &one : entries) {
      if (!phase && !one.blocks) continue;
      pending = phase, entry = &one;
      pid_t pid = fork();
      if (!pid) {
        // Whatever it has started ends with it.
        setpgid(0, 0);
        alarm(60);
        run_entry(before, after);
        kill(0, SIGKILL);
      }
      int status;
      waitpid(pid, &status, 0);
      if (status != SIGKILL) dprintf(report, "%s: ended by signal %d\n", one.name, WTERMSIG(status));
    }
  }
}

// No byte more fits into this pipe or socket.
static inline void fill(int fd)
{
  static char text[70000];
  fcntl(fd, F_SETFL, O_NONBLOCK);
  while (write(fd, text, sizeof text) > 0 || write(fd, text, 1) > 0) ;
  fcntl(fd, F_SETFL, 0);
}
