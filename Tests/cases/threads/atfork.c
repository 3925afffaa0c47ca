// Fork handlers: prepare newest first, the others oldest first; a child of a thread can start and end threads
// flags: -pthread
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static volatile int started, released;
// Parent and child run at once: each keeps what it has to say, and the child speaks first.
static char said[200];
static void say(const char *what) { strcat(strcat(said, what), "\n"); }
static void p1(void) { say("prepare 1"); }
static void p2(void) { say("prepare 2"); }
static void a1(void) { say("parent 1"); }
static void a2(void) { say("parent 2"); }
static void c1(void) { say("child 1"); }
static void c2(void) { say("child 2"); }
static void slow(void) { for (started = 1; !released;) usleep(1000); }
static void anew(void) { say("once in the child"); }
static void *hold(void *unused) { pthread_once(&once, slow); return unused; }
static void *back(void *value) { return value; }

static void *fork_in_thread(void *unused)
{
    fflush(stdout);
    pid_t pid = fork();
    if (!pid) {
        pthread_t thread;
        void *result;
        pthread_once(&once, anew);
        pthread_create(&thread, NULL, back, "joined in the child");
        pthread_join(thread, &result);
        printf("%s%s\n", said, (char *)result);
        fflush(stdout);
        _exit(0);
    }
    int status;
    waitpid(pid, &status, 0);
    printf("%sstatus %x\n", said, status);
    return unused;
}

int main(void)
{
    pthread_atfork(p1, a1, c1);
    pthread_atfork(p2, a2, c2);
    pthread_atfork(NULL, NULL, NULL);
    pthread_t holder, forker;
    pthread_create(&holder, NULL, hold, NULL);
    while (!started) usleep(1000);
    pthread_create(&forker, NULL, fork_in_thread, NULL);
    pthread_join(forker, NULL);
    released = 1;
    pthread_join(holder, NULL);
    return 0;
}
