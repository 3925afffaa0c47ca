// C compiled with -fexceptions: handlers and variables with a cleanup function end in frame order, by cancellation and by pthread_exit
// flags: -pthread -fexceptions
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>
#include "asleep.h"

static volatile int blocking;
static int pipes[2];
static void say(void *text) { printf("  handler %s\n", (char *)text); }
static void end(const char **name) { printf("  variable %s\n", *name); }
#define ENDS __attribute__((cleanup(end)))

static __attribute__((noinline)) void leave(int how)
{
    ENDS const char *first = "first";
    pthread_cleanup_push(say, "outer");
    ENDS const char *second = "second";
    pthread_cleanup_push_defer_np(say, "inner, deferred");
    ENDS const char *third = "third";
    char c;
    blocking = gettid();
    switch (how) {
    case 0: pthread_exit("left");
    case 1: (void)!read(pipes[0], &c, 1); break;
    case 2: pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL); pause(); break;
    case 3: pthread_cancel(pthread_self()); pthread_testcancel(); break;
    case 4: break;
    }
    pthread_cleanup_pop_restore_np(1);
    pthread_cleanup_pop(1);
}

static void *run(void *how)
{
    ENDS const char *base = "base";
    leave((int)(long)how);
    return "returned";
}

int main(void)
{
    static char buffer[16384];
    setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
    (void)!pipe(pipes);
    for (long how = 0; how < 5; how++) {
        pthread_t thread;
        void *result;
        printf("%ld\n", how);
        blocking = 0;
        pthread_create(&thread, NULL, run, (void *)how);
        if (how == 1 || how == 2) wait_until_asleep(&blocking), pthread_cancel(thread);
        pthread_join(thread, &result);
        printf("  %s\n", result == PTHREAD_CANCELED ? "cancelled" : (char *)result);
    }
    return 0;
}
