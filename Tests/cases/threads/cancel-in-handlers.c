// A signal's handler that changes whether or where its thread may be cancelled, and changes it back, leaves the wait that it interrupts as it was
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include "asleep.h"

enum { CONDITION, TIMED_CONDITION, JOIN, WAIT4, WAITS };
enum { STATE, TYPE, STATE_WHILE_CANCELLED, HANDLERS };
static const char *const waits[] = { "pthread_cond_wait", "pthread_cond_timedwait", "pthread_join", "wait4" };
static const char *const handlers[] = { "state", "type", "state while cancelled" };

static pthread_mutex_t mutex;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static volatile int blocking, what, is_in_handler, is_cancelled, is_handled;
static pthread_t other;
static pid_t child;

static void on_user(int signal)
{
    int before;
    (void)signal;
    if (what == TYPE) {
        pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &before);
        pthread_setcanceltype(before, NULL);
    } else {
        pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
        is_in_handler = 1;
        while (what == STATE_WHILE_CANCELLED && !is_cancelled) sched_yield();
        pthread_setcancelstate(before, NULL);
    }
    is_handled = 1;
}

static void give_back(void *unused)
{
    (void)unused;
    printf("  unlock %d\n", pthread_mutex_unlock(&mutex));
}

static void *wait_for_ever(void *how)
{
    const struct timespec far = { 1ll << 33, 0 };
    pthread_mutex_lock(&mutex);
    pthread_cleanup_push(give_back, NULL);
    blocking = gettid();
    switch ((int)(long)how) {
    case CONDITION: for (;;) pthread_cond_wait(&condition, &mutex);
    case TIMED_CONDITION: for (;;) pthread_cond_timedwait(&condition, &mutex, &far);
    case JOIN: pthread_join(other, NULL); break;
    case WAIT4: wait4(child, NULL, 0, NULL); break;
    }
    pthread_cleanup_pop(1);
    return NULL;
}

static void *pause_for_ever(void *unused) { for (;;) pause(); return unused; }

static void one(int wait, int handler)
{
    pthread_t thread;
    void *result;
    printf("%s, %s\n", waits[wait], handlers[handler]);
    blocking = is_in_handler = is_cancelled = is_handled = 0;
    what = handler;
    pthread_create(&thread, NULL, wait_for_ever, (void *)(long)wait);
    wait_until_asleep(&blocking);
    pthread_kill(thread, SIGUSR1);
    if (handler == STATE_WHILE_CANCELLED) {
        while (!is_in_handler) usleep(1000);
    } else {
        while (!is_handled) usleep(1000);
        wait_until_asleep(&blocking);
    }
    pthread_cancel(thread);
    is_cancelled = 1;
    pthread_join(thread, &result);
    printf("  %s\n", result == PTHREAD_CANCELED ? "cancelled" : "returned");
    // Nobody is left in the condition's list, nor holds the mutex.
    printf("  broadcast %d\n", pthread_cond_broadcast(&condition));
    printf("  trylock %d\n", pthread_mutex_trylock(&mutex));
    pthread_mutex_unlock(&mutex);
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_ERRORCHECK);
    pthread_mutex_init(&mutex, &attributes);
    struct sigaction action = { .sa_handler = on_user, .sa_flags = SA_RESTART };
    sigaction(SIGUSR1, &action, NULL);
    if (!(child = fork())) pause_for_ever(NULL);
    pthread_create(&other, NULL, pause_for_ever, NULL);
    for (int wait = 0; wait < WAITS; wait++)
        for (int handler = 0; handler < HANDLERS; handler++)
            if (handler != STATE_WHILE_CANCELLED || wait == JOIN || wait == WAIT4) one(wait, handler);
    kill(child, SIGKILL);
    return 0;
}
