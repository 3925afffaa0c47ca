// Mutexes and their kin, threads, thread-specific data, and what starting a process takes.
#include "micro.h"
#include <pthread.h>
#include <semaphore.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER, recursive = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_cond_t turn = PTHREAD_COND_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t key;
static sem_t semaphore;
static long shared;

#define EACH(name, ...) \
    static void name(const struct row *row, long count) \
    { \
        (void)row; \
        for (long i = 0; i < count; i++) { __VA_ARGS__; } \
    }
EACH(lock, pthread_mutex_lock(&mutex); shared++; pthread_mutex_unlock(&mutex))
EACH(lock_recursive, pthread_mutex_lock(&recursive); shared++; pthread_mutex_unlock(&recursive))
EACH(read_lock, pthread_rwlock_rdlock(&rwlock); shared++; pthread_rwlock_unlock(&rwlock))
EACH(write_lock, pthread_rwlock_wrlock(&rwlock); shared++; pthread_rwlock_unlock(&rwlock))
EACH(post_and_wait, sem_post(&semaphore); sem_wait(&semaphore))
EACH(signal_nobody, pthread_cond_signal(&turn))
static void nothing(void) {}
EACH(once_again, pthread_once(&once, nothing))
EACH(get_specific, USE(pthread_getspecific(key)))
EACH(self, USE(pthread_self()))

static void prepare(const struct row *row)
{
    (void)row;
    pthread_key_create(&key, NULL);
    sem_init(&semaphore, 0, 0);
}

struct job {
    long count;
    int number;
};
static void *lock_often(void *argument)
{
    struct job *job = argument;
    for (long i = 0; i < job->count; i++) {
        pthread_mutex_lock(&mutex);
        shared++;
        pthread_mutex_unlock(&mutex);
    }
    return NULL;
}
static void *take_turns(void *argument)
{
    struct job *job = argument;
    pthread_mutex_lock(&mutex);
    for (long i = 0; i < job->count; i++) {
        while (shared % 2 != job->number)
            pthread_cond_wait(&turn, &mutex);
        shared++;
        pthread_cond_signal(&turn);
    }
    pthread_mutex_unlock(&mutex);
    return NULL;
}
static void *do_nothing(void *argument) { return argument; }

static void together(const struct row *row, long count, void *(*body)(void *))
{
    pthread_t threads[8];
    struct job jobs[8];
    shared = 0;
    for (int i = 0; i < row->size; i++) {
        jobs[i] = (struct job){count, i};
        if (pthread_create(&threads[i], NULL, body, &jobs[i]) != 0)
            abort();
    }
    for (int i = 0; i < row->size; i++)
        pthread_join(threads[i], NULL);
}
static void contended(const struct row *row, long count) { together(row, count / row->size + 1, lock_often); }
static void in_turns(const struct row *row, long count) { together(row, count, take_turns); }
static void create_and_join(const struct row *row, long count)
{
    for (long i = 0; i < count; i++)
        together(row, 0, do_nothing);
}

static void wait_for(pid_t child)
{
    int status;
    if (waitpid(child, &status, 0) != child || status != 0)
        abort();
}
static void fork_and_exit(const struct row *row, long count)
{
    (void)row;
    for (long i = 0; i < count; i++) {
        pid_t child = fork();
        if (child == 0)
            _exit(0);
        wait_for(child);
    }
}
/// A program that does nothing but link: its start is what is measured, with that of posix_spawn.
static void start(const struct row *row, long count)
{
    static char *const programs[] = {"/bench/empty", "/bench/empty-cxx", "/usr/bin/git"};
    char *const arguments[] = {programs[row->size], "--version", NULL};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", 1 /* O_WRONLY */, 0);
    for (long i = 0; i < count; i++) {
        pid_t child;
        if (posix_spawn(&child, arguments[0], &actions, NULL, arguments, environ) != 0)
            abort();
        wait_for(child);
    }
    posix_spawn_file_actions_destroy(&actions);
}

const struct row thread_rows[] = {
    {"mutex", "lock, unlock", lock, 0, 0, NULL}, {"mutex", "recursive", lock_recursive, 0, 0, NULL}, {"mutex", "4 threads at it", contended, 4, 1, NULL},
    {"rwlock", "read", read_lock, 0, 0, NULL}, {"rwlock", "write", write_lock, 0, 0, NULL}, {"semaphore", "post, wait", post_and_wait, 0, 0, prepare},
    {"condition", "signal, none waits", signal_nobody, 0, 0, NULL}, {"condition", "two threads in turns", in_turns, 2, 1, NULL},
    {"once", "done before", once_again, 0, 0, NULL}, {"pthread_getspecific", "", get_specific, 0, 0, prepare}, {"pthread_self", "", self, 0, 0, NULL},
    {"thread", "create, join", create_and_join, 1, 1, NULL}, {"fork", "and wait", fork_and_exit, 0, 1, NULL},
    {"start-up", "libc alone", start, 0, 1, NULL}, {"start-up", "libstdc++", start, 1, 1, NULL}, {"start-up", "git --version", start, 2, 1, NULL}, {0},
};
