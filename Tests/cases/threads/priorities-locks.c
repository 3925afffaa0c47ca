// A thread's scheduling can be asked for, also in the child of _Fork, while another takes a mutex with a ceiling and is held up in the program's calloc
// flags: -pthread
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t mutex;
static sem_t reached, released;
static __thread int holds_up;
static char memory[1 << 20];
static _Atomic size_t used;

static void hold_up(void)
{
    if (!holds_up)
        return;
    holds_up = 0;
    sem_post(&reached);
    sem_wait(&released);
}

// The program's own memory, which nothing gives back.
void *malloc(size_t size)
{
    size = (size + 31) & -16ul;
    size_t at = used += size;
    if (at > sizeof memory)
        return NULL;
    *(size_t *)(memory + at - size) = size - 16;
    return memory + at - size + 16;
}

void *calloc(size_t count, size_t size)
{
    hold_up();
    return malloc(count * size);
}

void *realloc(void *old, size_t size)
{
    void *made = malloc(size);
    if (made && old) {
        size_t had = ((size_t *)old)[-2];
        memcpy(made, old, had < size ? had : size);
    }
    return made;
}

void free(void *unused) { (void)unused; }

static void *take(void *unused)
{
    // Without the right to a ceiling's priority the lock is refused, which is no matter here.
    holds_up = 1;
    int error = pthread_mutex_lock(&mutex);
    hold_up();
    if (!error)
        pthread_mutex_unlock(&mutex);
    return unused;
}

static int scheduling(void)
{
    struct sched_param parameter = { -1 };
    int policy = -1, error = pthread_getschedparam(pthread_self(), &policy, &parameter);
    return error ? -1 : policy * 100 + parameter.sched_priority;
}

int main(void)
{
    pthread_mutexattr_t attributes;
    pthread_t thread;
    int status;
    setvbuf(stdout, NULL, _IONBF, 0);
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setprotocol(&attributes, PTHREAD_PRIO_PROTECT);
    pthread_mutexattr_setprioceiling(&attributes, sched_get_priority_min(SCHED_FIFO));
    pthread_mutex_init(&mutex, &attributes);
    sem_init(&reached, 0, 0);
    sem_init(&released, 0, 0);
    pthread_create(&thread, NULL, take, NULL);
    sem_wait(&reached);
    alarm(20);
    pid_t child = _Fork();
    if (!child) {
        alarm(5);
        _exit(scheduling() == 0 ? 7 : 8);
    }
    waitpid(child, &status, 0);
    printf("child: %#x\n", status);
    printf("parent: %d\n", scheduling());
    sem_post(&released);
    pthread_join(thread, NULL);
    puts("joined");
}
