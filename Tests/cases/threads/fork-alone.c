// A process with one thread forks: handlers, numbers, masks and what is under way, in the child, in its child and in threads of theirs
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static char said[400];
static void say(const char *what) { strcat(strcat(said, what), " "); }
static void late(void) { say("late"); }
static int registers;
static void prepare(void)
{
    say("prepare");
    if (registers) registers = 0, pthread_atfork(late, late, late);
}
static void parent(void) { say("parent"); errno = 77; }
static void child(void) { say("child"); errno = 77; }

static void *back(void *value) { return value; }
static int starts_thread;
static void start_thread(void)
{
    pthread_t thread;
    if (starts_thread) pthread_create(&thread, NULL, back, NULL), pthread_join(thread, NULL);
}

static pthread_once_t under_way = PTHREAD_ONCE_INIT, later = PTHREAD_ONCE_INIT;
static pid_t in_once;
static void anew(void) { say("anew"); }
static void fork_in_once(void)
{
    in_once = fork();
    if (!in_once) { pthread_once(&under_way, anew); }
}
static void *once_in_thread(void *unused) { pthread_once(&later, anew); pthread_once(&under_way, anew); return unused; }

static void handler(int number) { (void)number; say("signal"); }

static void who(const char *where)
{
    pthread_mutex_t mutex = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
    sigset_t mask;
    sigprocmask(SIG_SETMASK, NULL, &mask);
    int locked = pthread_mutex_lock(&mutex), again = pthread_mutex_lock(&mutex), unlocked = pthread_mutex_unlock(&mutex);
    printf("%s: %s| %d %d %d, gettid %d kill %d, masked %d %d\n", where, said, locked, again, unlocked, gettid() == (pid_t)syscall(SYS_gettid),
           pthread_kill(pthread_self(), 0), sigismember(&mask, SIGUSR1), sigismember(&mask, SIGUSR2));
    fflush(stdout);
}

static int status_of(pid_t pid)
{
    int status = -1;
    waitpid(pid, &status, 0);
    return status;
}

static void round_of(const char *name, pid_t (*call)(void))
{
    said[0] = 0;
    pid_t pid = call();
    if (!pid) {
        who(name);
        pid_t inner = call();
        if (!inner) {
            who("its child");
            pthread_t thread;
            void *result = NULL;
            if (call == fork) {
                pthread_create(&thread, NULL, back, "thread");
                pthread_join(thread, &result);
                printf("%s\n", (char *)result);
                fflush(stdout);
                // The first thread ends; the second one ends the process.
                pthread_create(&thread, NULL, back, NULL);
                pthread_exit(NULL);
            }
            _exit(4);
        }
        printf("status %x\n", status_of(inner));
        fflush(stdout);
        _exit(3);
    }
    printf("status %x\n", status_of(pid));
    who("parent");
}

int main(void)
{
    sigset_t mask;
    sigemptyset(&mask);
    sigaddset(&mask, SIGUSR1);
    sigprocmask(SIG_BLOCK, &mask, NULL);
    signal(SIGUSR1, handler);
    who("start");
    round_of("child", fork);
    round_of("child without handlers", _Fork);
    pthread_atfork(prepare, parent, child);
    registers = 1;
    round_of("child", fork);
    round_of("child", fork);
    round_of("child without handlers", _Fork);

    // A signal that waits is the parent's alone.
    said[0] = 0;
    raise(SIGUSR1);
    pid_t pid = fork();
    if (!pid) {
        sigprocmask(SIG_UNBLOCK, &mask, NULL);
        who("no signal");
        _exit(0);
    }
    status_of(pid);
    sigprocmask(SIG_UNBLOCK, &mask, NULL);
    who("the signal");

    said[0] = 0;
    pthread_once(&under_way, fork_in_once);
    if (!in_once) {
        pthread_t thread;
        pthread_once(&under_way, anew);
        pthread_create(&thread, NULL, once_in_thread, NULL);
        pthread_join(thread, NULL);
        who("once");
        _exit(0);
    }
    status_of(in_once);

    // No more processes: the handlers of the parent run, and errno is fork's.
    said[0] = 0;
    errno = 0;
    if (!(pid = fork())) {
        struct rlimit none = { 0, 0 };
        if (getuid() == 0 && setuid(12345)) _exit(9);
        setrlimit(RLIMIT_NPROC, &none);
        said[0] = 0;
        errno = 0;
        pid = fork();
        printf("%d %s, %s\n", pid, strerror(errno), said);
        fflush(stdout);
        _exit(0);
    }
    int error = errno;
    printf("errno after success %d, status %x\n", error, status_of(pid));
    fflush(stdout);

    // A handler that makes a second thread first.
    starts_thread = 1;
    pthread_atfork(start_thread, NULL, NULL);
    round_of("child of a process with threads", fork);

    // A robust mutex that the child does not own.
    pthread_mutexattr_t attributes;
    pthread_mutex_t robust;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&robust, &attributes);
    pthread_mutex_lock(&robust);
    if (!(pid = fork())) {
        pthread_mutex_t own;
        printf("robust: try %d\n", pthread_mutex_trylock(&robust));
        pthread_mutex_init(&own, &attributes);
        int locked = pthread_mutex_lock(&own);
        printf("own: %d %d\n", locked, pthread_mutex_unlock(&own));
        fflush(stdout);
        _exit(0);
    }
    status_of(pid);
    printf("unlock %d\n", pthread_mutex_unlock(&robust));
    return 0;
}
