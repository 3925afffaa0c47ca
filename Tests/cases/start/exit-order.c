// exit runs handlers newest first, those added meanwhile next; on_exit gets the status; stdio is flushed after; quick_exit has its own list
// flags: -pthread
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void say(const char *text) { (void)!write(1, text, strlen(text)); }
static void first(void) { say("first\n"); }
static void late(void) { say("registered while exiting\n"); }
static void second(void) { say("second\n"); atexit(late); }
static void status(int status, void *text) { say(status == 7 ? "status 7 " : "other status "); say(text); }
static void quick(void) { say("quick\n"); }
static void again(void) { say("exit inside a handler\n"); exit(9); }
__attribute__((constructor)) static void constructed(void) { say("constructor\n"); }
__attribute__((destructor)) static void destroyed(void) { say("destructor\n"); }

// Ends after the main thread has: a thread like any other, which can be joined.
static void *leave(void *main_thread) { pthread_join(*(pthread_t *)main_thread, NULL); return NULL; }

static void child(int which)
{
    pid_t pid = fork();
    if (!pid) {
        if (which == 0) quick_exit(3);
        if (which == 1) { atexit(again); exit(4); }
        if (which == 2) { static pthread_t own, t; own = pthread_self(); pthread_create(&t, NULL, leave, &own); pthread_exit(NULL); }
        if (which == 3) _exit(5);
    }
    int result;
    waitpid(pid, &result, 0);
    printf("child %d: %x\n", which, result);
    fflush(stdout);
}

int main(void)
{
    atexit(first);
    on_exit(status, "argument\n");
    atexit(second);
    at_quick_exit(quick);
    for (int i = 0; i < 4; i++) child(i);
    for (int i = 0; i < 100; i++) atexit(i % 50 ? (void (*)(void))late : first);
    fputs("buffered\n", stdout);
    return 7;
}
