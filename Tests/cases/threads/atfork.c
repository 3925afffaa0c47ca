// Fork handlers: prepare newest first, the others oldest first; a child of a thread can start and end threads
// flags: -pthread
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static void p1(void) { puts("prepare 1"); }
static void p2(void) { puts("prepare 2"); }
static void a1(void) { puts("parent 1"); }
static void a2(void) { puts("parent 2"); }
static void c1(void) { puts("child 1"); }
static void c2(void) { puts("child 2"); }
static void slow(void) { usleep(100000); }
static void say(void) { puts("once in the child"); }
static void *hold(void *unused) { pthread_once(&once, slow); return unused; }
static void *back(void *value) { return value; }

static void *fork_in_thread(void *unused)
{
    fflush(stdout);
    pid_t pid = fork();
    if (!pid) {
        pthread_t thread;
        void *result;
        pthread_once(&once, say);
        pthread_create(&thread, NULL, back, "joined in the child");
        pthread_join(thread, &result);
        puts(result);
        fflush(stdout);
        _exit(0);
    }
    int status;
    waitpid(pid, &status, 0);
    printf("status %x\n", status);
    return unused;
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    pthread_atfork(p1, a1, c1);
    pthread_atfork(p2, a2, c2);
    pthread_atfork(NULL, NULL, NULL);
    pthread_t holder, forker;
    pthread_create(&holder, NULL, hold, NULL);
    usleep(20000);
    pthread_create(&forker, NULL, fork_in_thread, NULL);
    pthread_join(forker, NULL);
    pthread_join(holder, NULL);
    return 0;
}
