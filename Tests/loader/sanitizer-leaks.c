// LeakSanitizer finds what only thread-local variables and keys of living threads point to, and reports what nobody does.
// flags: -fsanitize=address -static-libasan -lpthread
// sh: ASAN_OPTIONS=detect_leaks=1 ./prog 2>messages; echo $?; grep -c 'ERROR: LeakSanitizer' messages
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int __lsan_do_recoverable_leak_check(void);

static __thread void *variable;
static pthread_key_t first, far;
static pthread_barrier_t ready, done;
static void *volatile global;

// Hidden from the stack: a pointer that a register or an old frame still holds would count as well.
static __attribute__((noinline)) void keep(void)
{
    variable = malloc(100);
    pthread_setspecific(first, malloc(200));
    pthread_setspecific(far, malloc(300));
}

static __attribute__((noinline)) void clear(void)
{
    volatile char below[8192];
    for (size_t i = 0; i < sizeof below; i++)
        below[i] = 0;
}

static void *thread(void *unused)
{
    keep();
    clear();
    pthread_barrier_wait(&ready);
    pthread_barrier_wait(&done);
    free(variable);
    return unused;
}

static void *brief(void *unused) { variable = &variable; return unused; }

static __attribute__((noinline)) void lose(void)
{
    for (int i = 0; i < 10; i++) {
        void *volatile lost = malloc(1000);
        memset(lost, 1, 1000);
        lost = NULL;
    }
}

int main(void)
{
    pthread_t threads[3], other;
    pthread_key_create(&first, free);
    for (int i = 0; i < 100; i++)
        pthread_key_create(&far, free);
    pthread_barrier_init(&ready, NULL, 4);
    pthread_barrier_init(&done, NULL, 4);
    keep();
    global = malloc(400);
    for (int i = 0; i < 3; i++)
        pthread_create(&threads[i], NULL, thread, NULL);
    for (int i = 0; i < 20; i++) {
        pthread_create(&other, NULL, brief, NULL);
        pthread_join(other, NULL);
    }
    pthread_barrier_wait(&ready);
    clear();
    printf("all that is kept: %d\n", __lsan_do_recoverable_leak_check());
    fflush(stdout);
    pthread_barrier_wait(&done);
    for (int i = 0; i < 3; i++)
        pthread_join(threads[i], NULL);
    lose();
    clear();
    printf("ten lost: %d\n", __lsan_do_recoverable_leak_check());
    fflush(stdout);
    return 0;
}
