// Functions that timers, message queues and asynchronous input call run in threads like any other: cancellation and pthread_exit run destructors,
// cleanup handlers and keys' destructors; a timer's next expiration does not wait for the last one's function
// flags: -pthread -lrt
#include <aio.h>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <mqueue.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdexcept>
#include <time.h>
#include <unistd.h>

static sem_t began, ended, never;
static pthread_t thread;
static pthread_key_t key;
static int how;

struct Guard {
  const char *name;
  ~Guard() { std::printf("  ~%s\n", name); }
};
struct Local {
  ~Local() { std::printf("  ~thread-local\n"); }
  void use() {}
};
static thread_local Local local;
static void say(void *text) { std::printf("  handler %s\n", (char *)text); }
static void end(void *text) { std::printf("  key %s\n", (char *)text); sem_post(&ended); }

static void on_event(union sigval value)
{
  Guard guard{"guard"};
  local.use();
  thread = pthread_self();
  pthread_setspecific(key, "of the thread");
  std::printf("  called with %d\n", value.sival_int);
  sem_post(&began);
  pthread_cleanup_push(say, (void *)"outer");
  try {
    Guard inner{"inner"};
    if (how == 0) sem_wait(&never);
    if (how == 1) pthread_exit(nullptr);
    if (how == 2) throw std::runtime_error("mine");
  } catch (std::runtime_error &error) { std::printf("  caught %s\n", error.what()); }
  pthread_cleanup_pop(0);
}

static void follow()
{
  while (sem_wait(&began)) {}
  pthread_t seen = thread;
  int error = how == 0 ? pthread_cancel(seen) : 0;
  while (sem_wait(&ended)) {}
  std::printf("  cancel %d\n", error);
}

static int calls;
static sem_t called;
static void call_and_stay(union sigval)
{
  if (__sync_fetch_and_add(&calls, 1) < 3) sem_post(&called);
  sem_wait(&never);
}

int main()
{
  setvbuf(stdout, nullptr, _IONBF, 0);
  sem_init(&began, 0, 0), sem_init(&ended, 0, 0), sem_init(&never, 0, 0), sem_init(&called, 0, 0);
  pthread_key_create(&key, end);
  struct sigevent event = {};
  event.sigev_notify = SIGEV_THREAD, event.sigev_notify_function = on_event;
  int pipes[2];
  char byte;
  struct mq_attr shape = {};
  shape.mq_maxmsg = 2, shape.mq_msgsize = 8;
  mqd_t queue = mq_open("/glibc-compat-notifications", O_CREAT | O_RDWR, 0600, &shape);
  mq_unlink("/glibc-compat-notifications");
  (void)!pipe(pipes);
  for (how = 0; how < 3; how++) {
    std::printf("%d: timer\n", how);
    event.sigev_value.sival_int = how;
    timer_t timer;
    struct itimerspec soon = {{0, 0}, {0, 1000000}};
    timer_create(CLOCK_MONOTONIC, &event, &timer);
    timer_settime(timer, 0, &soon, nullptr);
    follow();
    std::printf("%d: delete %d\n", how, timer_delete(timer));
    std::printf("%d: queue %d\n", how, mq_notify(queue, &event));
    mq_send(queue, "x", 1, 0);
    follow();
    mq_receive(queue, &byte, 8, nullptr);
    std::printf("%d: aio\n", how);
    struct aiocb block = {};
    block.aio_fildes = pipes[0], block.aio_buf = &byte, block.aio_nbytes = 1, block.aio_sigevent = event;
    aio_read(&block);
    (void)!write(pipes[1], "y", 1);
    follow();
    std::printf("%d: %zd %c\n", how, aio_return(&block), byte);
  }
  event.sigev_notify_function = call_and_stay;
  timer_t timer;
  struct itimerspec often = {{0, 1000000}, {0, 1000000}};
  timer_create(CLOCK_MONOTONIC, &event, &timer);
  timer_settime(timer, 0, &often, nullptr);
  for (int i = 0; i < 3; i++) while (sem_wait(&called)) {}
  std::printf("delete %d\n", timer_delete(timer));
  errno = 0;
  int error = timer_delete(timer);
  std::printf("again %d %d\n", error, errno == EINVAL);
  std::fflush(stdout);
  _exit(0);
}
