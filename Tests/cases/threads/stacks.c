// Stacks of threads that come and go: their attributes, guards and depth when they are used again, detached threads, forks, memory that stays bounded
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define SAY(call) printf("%s: %d\n", #call, (int)(call))
static sem_t done, go;

static __attribute__((noinline)) size_t deep(size_t bytes)
{
    volatile char big[4096];
    memset((char *)big, 1, sizeof big);
    return bytes > 4096 ? deep(bytes - 4096) + big[9] : 1;
}

static void *attributes(void *unused)
{
    pthread_attr_t a;
    size_t size, guard;
    void *stack;
    int detached;
    pthread_getattr_np(pthread_self(), &a);
    pthread_attr_getstack(&a, &stack, &size), pthread_attr_getguardsize(&a, &guard), pthread_attr_getdetachstate(&a, &detached);
    printf("  size %zu guard %zu detached %d aligned %d holds us %d\n", size, guard, detached, (int)((unsigned long)stack % 4096), (char *)&a > (char *)stack && (char *)&a < (char *)stack + size);
    // The lowest page of what was reported is there, and the next below it is the guard.
    *(volatile char *)stack = 1;
    pthread_attr_destroy(&a);
    sem_post(&done);
    return unused;
}

static void create(size_t size, size_t guard, int detached)
{
    pthread_attr_t a;
    pthread_t thread;
    pthread_attr_init(&a), pthread_attr_setstacksize(&a, size), pthread_attr_setguardsize(&a, guard), pthread_attr_setdetachstate(&a, detached);
    int error = pthread_create(&thread, &a, attributes, NULL);
    if (error) printf("create %zu %zu: %d\n", size, guard, error);
    else sem_wait(&done);
    if (!error && !detached) pthread_join(thread, NULL);
}

static void *overflow(void *guarded) { pthread_attr_t a; void *stack; size_t size; pthread_getattr_np(pthread_self(), &a), pthread_attr_getstack(&a, &stack, &size); *((volatile char *)stack - 1) = 1; return guarded; }
static void *use(void *bytes) { return (void *)deep((size_t)bytes); }
static void *count(void *unused) { sem_post(&done); return unused; }
static void *wait_first(void *value) { sem_wait(&go); return value; }

static void overflows(void)
{
    fflush(stdout);
    pid_t child = fork();
    if (!child) {
        struct rlimit none = { 0, 0 };
        pthread_t thread;
        setrlimit(RLIMIT_CORE, &none);
        pthread_create(&thread, NULL, overflow, NULL), pthread_join(thread, NULL);
        _exit(0);
    }
    int status;
    waitpid(child, &status, 0);
    printf("below the stack: signal %d\n", WIFSIGNALED(status) ? WTERMSIG(status) : 0);
}

static long virtual_kilobytes(void)
{
    char line[200];
    long size = 0;
    FILE *f = fopen("/proc/self/status", "r");
    while (fgets(line, sizeof line, f)) sscanf(line, "VmSize: %ld", &size);
    fclose(f);
    return size;
}

static void *joins(void *other) { void *result; pthread_join(*(pthread_t *)other, &result); return result; }
static void *churn(void *unused)
{
    for (long i = 0; i < 200; i++) {
        pthread_t thread;
        pthread_attr_t a;
        pthread_attr_init(&a);
        if (i % 3 == 0) pthread_attr_setdetachstate(&a, PTHREAD_CREATE_DETACHED);
        if (i % 5 == 0) pthread_attr_setstacksize(&a, 65536);
        while (pthread_create(&thread, &a, i % 3 ? use : count, (void *)(i * 100))) usleep(1000);
        if (i % 3 == 1) pthread_join(thread, NULL);
        if (i % 3 == 2) pthread_detach(thread);
    }
    return unused;
}

int main(void)
{
    pthread_t thread, others[4];
    void *result;
    sem_init(&done, 0, 0), sem_init(&go, 0, 0);
    static const size_t sizes[] = { 65536, 1 << 20, 65536, 100000, 200000, 131072 }, guards[] = { 4096, 0, 1, 8192, 5000, 100000 };
    for (int i = 0; i < 6; i++)
        for (int detached = 0; detached < 2; detached++) create(sizes[i] + (i < 3 ? 0 : (size_t)i << 22), guards[i], detached);
    create((size_t)1 << 46, 4096, 0), create(1 << 20, (size_t)-1 << 12, 0);
    overflows();
    // A stack used again is as deep as before.
    for (int i = 0; i < 3; i++) { pthread_create(&thread, NULL, use, (void *)(6u << 20)), pthread_join(thread, &result); printf("deep %ld\n", (long)result); }
    overflows();
    // Of many stacks that were in use at once few are kept.
    static pthread_t many[100];
    long before = virtual_kilobytes();
    for (int i = 0; i < 100; i++) pthread_create(&many[i], NULL, wait_first, (void *)(long)i);
    for (int i = 0; i < 100; i++) sem_post(&go);
    long sum = 0;
    for (int i = 0; i < 100; i++) { pthread_join(many[i], &result); sum += (long)result; }
    printf("sum %ld, few stacks are kept %d\n", sum, virtual_kilobytes() - before < 100000);
    for (int i = 0; i < 50; i++) { pthread_create(&thread, NULL, count, NULL); sem_wait(&done); pthread_detach(thread); }
    printf("few stacks are kept %d\n", virtual_kilobytes() - before < 100000);
    // Joined by another thread, also one that has ended.
    for (int ended = 0; ended < 2; ended++) {
        pthread_create(&others[0], NULL, wait_first, "the other's");
        if (ended) { sem_post(&go); while (pthread_kill(others[0], 0) == 0 && pthread_tryjoin_np(others[0], &result) == EBUSY) usleep(1000); printf("tried %s\n", (char *)result); pthread_create(&others[0], NULL, wait_first, "again"); }
        pthread_create(&others[1], NULL, joins, &others[0]);
        sem_post(&go), pthread_join(others[1], &result), printf("joined %s\n", (char *)result);
    }
    // The child of a fork has one thread, and begins others.
    pthread_create(&others[2], NULL, wait_first, "in the parent");
    for (int i = 0; i < 20; i++) { pthread_create(&thread, NULL, count, NULL), pthread_detach(thread), sem_wait(&done); }
    fflush(stdout);
    pid_t child = fork();
    if (!child) {
        for (int i = 0; i < 20; i++) { pthread_create(&thread, NULL, count, NULL), i % 2 ? pthread_detach(thread) : pthread_join(thread, NULL), sem_wait(&done); }
        pthread_create(&thread, NULL, use, (void *)(1u << 20)), pthread_join(thread, &result), printf("child %ld\n", (long)result);
        exit(0);
    }
    waitpid(child, NULL, 0), sem_post(&go), pthread_join(others[2], &result), puts(result);
    for (int i = 0; i < 4; i++) pthread_create(&others[i], NULL, churn, NULL);
    for (int i = 0; i < 4; i++) pthread_join(others[i], NULL);
    for (int i = 0; i < 4 * 67; i++) sem_wait(&done);
    SAY(sem_trywait(&done));
    return 0;
}
