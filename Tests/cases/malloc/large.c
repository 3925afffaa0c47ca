// blocks of 20 MiB taken and freed again and again do not cost new pages each time, hold what is written, and pass between threads
// flags: -fno-builtin -lpthread
#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MIB = 1 << 20, SIZE = 20 * MIB, ROUNDS = 40, THREADS = 4 };

static int round_of(size_t size, unsigned char mark)
{
    unsigned char *block = malloc(size);
    for (size_t i = 0; i < size; i += 4096)
        block[i] = mark;
    int same = malloc_usable_size(block) >= size;
    for (size_t i = 0; i < size; i += 4096)
        same &= block[i] == mark;
    free(block);
    block = calloc(1, size);
    for (size_t i = 0; i < size; i += 4096)
        same &= block[i] == 0;
    memset(block, mark, size);
    block = realloc(block, size / 2 * 3);
    same &= block[0] == mark && block[size - 1] == mark;
    free(block);
    return same;
}

static void *rounds(void *argument)
{
    unsigned char mark = (unsigned char)(uintptr_t)argument;
    intptr_t same = 1;
    for (int i = 0; i < 4; i++)
        same &= round_of((size_t)(17 + (mark + i) % 9) * MIB + i, mark);
    return (void *)same;
}

int main(void)
{
    struct rusage before, after;
    getrusage(RUSAGE_SELF, &before);
    for (int i = 0; i < ROUNDS; i++) {
        char *block = malloc(SIZE);
        for (size_t at = 0; at < SIZE; at += 4096)
            block[at] = 1;
        free(block);
    }
    getrusage(RUSAGE_SELF, &after);
    printf("few faults %d\n", after.ru_minflt - before.ru_minflt < ROUNDS / 4 * (long)(SIZE / 4096));
    printf("trim %d\n", malloc_trim(0));
    int same = 1;
    pthread_t threads[THREADS];
    for (int turn = 0; turn < 3; turn++) {
        for (uintptr_t i = 0; i < THREADS; i++)
            pthread_create(&threads[i], NULL, rounds, (void *)(i + 1));
        same &= (int)(intptr_t)rounds((void *)99);
        for (int i = 0; i < THREADS; i++) {
            void *result;
            pthread_join(threads[i], &result);
            same &= (int)(intptr_t)result;
        }
    }
    pid_t child = fork();
    if (child == 0)
        _exit(round_of(SIZE, 5) && round_of(SIZE + 3 * MIB, 6));
    int status;
    waitpid(child, &status, 0);
    printf("same %d, in the child %d, after it %d\n", same, WEXITSTATUS(status), round_of(SIZE, 7));

    // Where addresses are few what is free is used before malloc fails.
    free(malloc(SIZE));
    struct rlimit limit = {(rlim_t)300 * MIB, (rlim_t)300 * MIB};
    setrlimit(RLIMIT_AS, &limit);
    void *too_much = malloc((size_t)400 * MIB);
    printf("too much %d\n", too_much == NULL);
}
