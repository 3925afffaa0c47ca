// A thread's variables and its stack are whole from its first instruction on, while libc makes threads of its own beside it, identities change,
// threads are cancelled at birth, and the process forks
// flags: -lrt
#include <aio.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 150 };

#ifndef ALIGNMENT
#define ALIGNMENT 64
#endif

static __thread char zeros[3000];
static __thread int number = 4711;
static __thread _Alignas(ALIGNMENT) unsigned char large[5000] = { 1, 2, 3, [4999] = 4 };
static _Atomic int wrong;

static void look(const char *where)
{
    int fault = number != 4711 ? 1 : (uintptr_t)large % ALIGNMENT ? 2 : large[0] != 1 || large[2] != 3 || large[4999] != 4 || large[3] || large[4998] ? 3 : 0;
    for (size_t i = 0; !fault && i < sizeof zeros; i++)
        if (zeros[i])
            fault = 4;
    if (fault && !atomic_fetch_add(&wrong, 1))
        printf("%s: fault %d\n", where, fault);
    number = 1;
    memset(large, 9, sizeof large);
    memset(zeros, 9, sizeof zeros);
}

static __attribute__((noinline)) int use_stack(size_t size)
{
    volatile unsigned char *room = __builtin_alloca(size);
    for (size_t i = 0; i < size; i += 64)
        room[i] = (unsigned char)i;
    int sum = 0;
    for (size_t i = 0; i < size; i += 64)
        sum += room[i] != (unsigned char)i;
    return sum;
}

static void *child(void *unused)
{
    look("thread");
    if (use_stack(30000) || number != 1 || large[17] != 9)
        wrong++;
    return unused;
}

static void *blocked(void *data)
{
    look("cancelled thread");
    sem_t *never = data;
    while (1)
        sem_wait(never);
    return NULL;
}

static void *creator(void *unused)
{
    for (int i = 0; i < ROUNDS; i++) {
        pthread_t threads[3];
        for (int n = 0; n < 3; n++)
            if (pthread_create(&threads[n], NULL, child, NULL))
                abort();
        for (int n = 0; n < 3; n++)
            pthread_join(threads[n], NULL);
    }
    return unused;
}

static void *canceller(void *unused)
{
    sem_t never;
    sem_init(&never, 0, 0);
    for (int i = 0; i < ROUNDS; i++) {
        pthread_t thread;
        void *result;
        if (pthread_create(&thread, NULL, blocked, &never))
            abort();
        pthread_cancel(thread);
        pthread_join(thread, &result);
        if (result != PTHREAD_CANCELED)
            wrong++;
    }
    return unused;
}

static sem_t notified;
static void notify(union sigval value)
{
    (void)value;
    look("thread of libc's own");
    sem_post(&notified);
}

static void *requester(void *unused)
{
    char byte;
    int file = open("/dev/zero", O_RDONLY);
    for (int i = 0; i < ROUNDS; i++) {
        struct aiocb request = { .aio_fildes = file, .aio_buf = &byte, .aio_nbytes = 1 };
        request.aio_sigevent = (struct sigevent){ .sigev_notify = SIGEV_THREAD, .sigev_notify_function = notify };
        if (aio_read(&request))
            abort();
        while (sem_wait(&notified))
            ;
        if (aio_error(&request) || aio_return(&request) != 1)
            wrong++;
    }
    close(file);
    return unused;
}

static void *changer(void *unused)
{
    for (int i = 0; i < 4 * ROUNDS; i++)
        if (setegid(getegid()))
            wrong++;
    return unused;
}

static void *forker(void *unused)
{
    for (int i = 0; i < ROUNDS / 10; i++) {
        pid_t pid = fork();
        if (!pid) {
            pthread_t thread;
            if (pthread_create(&thread, NULL, child, NULL))
                _exit(2);
            pthread_join(thread, NULL);
            _exit(wrong != 0);
        }
        int status;
        if (waitpid(pid, &status, 0) != pid || status)
            wrong++;
    }
    return unused;
}

static void *describe(void *data)
{
    pthread_attr_t attributes;
    size_t size, asked = *(size_t *)data;
    void *lowest;
    char here;
    look("thread with a stack of its own size");
    pthread_getattr_np(pthread_self(), &attributes);
    pthread_attr_getstack(&attributes, &lowest, &size);
    pthread_attr_destroy(&attributes);
    // glibc rounds a size that is no number of pages down.
    printf("%zu: as large %d, begins at a page %d, holds its frames %d\n", asked, size + 4096 > asked, (uintptr_t)lowest % 4096 == 0,
           &here >= (char *)lowest && &here < (char *)lowest + size);
    return NULL;
}

int main(void)
{
    // Apart, because old versions of musl lock up where a cancellation or a fork meets the others' requests.
    static void *(*const all[2][4])(void *) = { { creator, canceller, requester, creator }, { creator, changer, forker, creator } };
    pthread_t threads[4];
    sem_init(&notified, 0, 0);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 4; i++)
            if (pthread_create(&threads[i], NULL, all[round][i], NULL))
                abort();
        for (int i = 0; i < 4; i++)
            pthread_join(threads[i], NULL);
    }
    static const size_t sizes[] = { 65536, 100000, 131072 + 64, 1 << 20, 16 << 20 };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        pthread_attr_t attributes;
        pthread_attr_init(&attributes);
        pthread_attr_setstacksize(&attributes, sizes[i]);
        if (pthread_create(&threads[0], &attributes, describe, (void *)&sizes[i]))
            puts("not created");
        else
            pthread_join(threads[0], NULL);
        pthread_attr_destroy(&attributes);
    }
    printf("faults: %d\n", wrong);
}
