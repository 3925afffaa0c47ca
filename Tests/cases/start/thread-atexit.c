// __cxa_thread_atexit_impl: newest first, before keys and atexit, at each way a thread or the process ends; __register_atfork beside it
// flags: -pthread
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int __cxa_thread_atexit_impl(void (*)(void *), void *, void *);
int __register_atfork(void (*)(void), void (*)(void), void (*)(void), void *);
extern void *__dso_handle;
static pthread_key_t key;
static void say(void *text) { (void)!write(1, text, strlen(text)); }
static void at_exit(void) { say("atexit\n"); }
static void once_more(void *text) { say(text); __cxa_thread_atexit_impl(say, "registered by a destructor\n", &__dso_handle); }
static void by_key(void *text) { say(text); __cxa_thread_atexit_impl(say, "registered by a key's destructor\n", &__dso_handle); }
static void cleanup(void *text) { say(text); }

static void *run(void *how)
{
    pthread_setspecific(key, "key\n");
    __cxa_thread_atexit_impl(say, "older\n", &__dso_handle);
    __cxa_thread_atexit_impl(once_more, "newer\n", &__dso_handle);
    pthread_cleanup_push(cleanup, "cleanup\n");
    switch ((long)how) {
    case 1: pthread_exit(NULL);
    case 2: for (;;) pause();
    case 3: exit(3);
    case 4: _exit(4);
    case 5: quick_exit(5);
    }
    pthread_cleanup_pop(0);
    return NULL;
}

static void prepare(void) { say("prepare\n"); }
static int ready[2];
// The child speaks first.
static void parent(void) { char c; (void)!read(ready[0], &c, 1); say("parent\n"); }
static void child(void) { say("child\n"); }

int main(void)
{
    pthread_key_create(&key, by_key);
    atexit(at_exit);
    for (long how = 0; how < 7; how++) {
        pid_t pid = fork();
        if (!pid) {
            __cxa_thread_atexit_impl(say, "main's\n", &__dso_handle);
            pthread_setspecific(key, "main's key\n");
            if (how == 6) pthread_exit(NULL);
            pthread_t thread;
            pthread_create(&thread, NULL, run, (void *)how);
            if (how == 2) pthread_cancel(thread);
            pthread_join(thread, NULL);
            exit(0);
        }
        int status;
        waitpid(pid, &status, 0);
        dprintf(1, "%ld: status %x\n", how, status);
    }
    dprintf(1, "%d\n", __register_atfork(prepare, parent, child, &__dso_handle));
    (void)!pipe(ready);
    pid_t pid = fork();
    if (!pid) { say("forked\n"); (void)!write(ready[1], "", 1); _exit(0); }
    waitpid(pid, NULL, 0);
    return 0;
}
