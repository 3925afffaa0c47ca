// The allocator: the time and the peak of memory, with 1, 4 and 8 threads, in the patterns that programs have.
#include "micro.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_THREADS = 8, WORKING_SET = 2000 };

struct job {
    const struct row *row;
    long count;
    unsigned seed;
};

/// Calls `body` in the row's number of threads, each with its share of the count.
static void in_threads(const struct row *row, long count, void *(*body)(void *))
{
    pthread_t threads[MOST_THREADS];
    struct job jobs[MOST_THREADS];
    for (long i = 0; i < row->size; i++) {
        jobs[i] = (struct job){row, count / row->size + 1, (unsigned)i * 977 + 1};
        if (row->size == 1)
            body(&jobs[i]);
        else if (pthread_create(&threads[i], NULL, body, &jobs[i]) != 0)
            abort();
    }
    for (long i = 0; row->size > 1 && i < row->size; i++)
        pthread_join(threads[i], NULL);
}

/// Blocks that live a moment: malloc, a byte written, free.
static void *brief(void *argument)
{
    struct job *job = argument;
    for (long i = 0; i < job->count; i++) {
        char *block = malloc(16 + draw(&job->seed, 1025));
        *block = 1;
        free(block);
    }
    return NULL;
}

static unsigned usual_size(unsigned *seed)
{
    unsigned kind = draw(seed, 100);
    return kind < 80 ? 8 + draw(seed, 121) : kind < 97 ? 128 + draw(seed, 1900) : 2048 + draw(seed, 30000);
}

/// A heap of some thousand blocks of the usual sizes, each replaced in turn at random.
static void *settled(void *argument)
{
    struct job *job = argument;
    char **blocks = calloc(WORKING_SET, sizeof *blocks);
    for (long i = 0; i < job->count; i++) {
        unsigned at = draw(&job->seed, WORKING_SET), size = usual_size(&job->seed);
        free(blocks[at]);
        blocks[at] = malloc(size);
        blocks[at][0] = blocks[at][size - 1] = 1;
    }
    for (unsigned i = 0; i < WORKING_SET; i++)
        free(blocks[i]);
    free(blocks);
    return NULL;
}

/// Blocks that another thread frees: a table that all threads exchange theirs with.
static _Atomic(char *) exchange[WORKING_SET];
static void *passed(void *argument)
{
    struct job *job = argument;
    for (long i = 0; i < job->count; i++) {
        char *block = malloc(usual_size(&job->seed));
        block[0] = 1;
        free(__atomic_exchange_n((char **)&exchange[draw(&job->seed, WORKING_SET)], block, __ATOMIC_ACQ_REL));
    }
    return NULL;
}

/// A block that grows by a half until it has a mebibyte, as vectors and strings do.
static void *growing(void *argument)
{
    struct job *job = argument;
    for (long i = 0; i < job->count; i++) {
        char *block = NULL;
        for (size_t size = 16; size < 1 << 20; size += size / 2) {
            block = realloc(block, size);
            block[size - 1] = 1;
        }
        free(block);
    }
    return NULL;
}

/// Four such blocks that grow in turns, so that none stays the last of the heap.
static void *crowded(void *argument)
{
    struct job *job = argument;
    for (long i = 0; i < job->count; i++) {
        char *blocks[4] = {NULL};
        for (size_t size = 16; size < 1 << 17; size += size / 2)
            for (int k = 0; k < 4; k++) {
                blocks[k] = realloc(blocks[k], size);
                blocks[k][size - 1] = 1;
            }
        for (int k = 0; k < 4; k++)
            free(blocks[k]);
    }
    return NULL;
}

/// Blocks of 64 KiB to 1 MiB of which every page is written.
static void *large(void *argument)
{
    struct job *job = argument;
    for (long i = 0; i < job->count; i++) {
        size_t size = 65536 + draw(&job->seed, 1 << 20);
        char *block = malloc(size);
        for (size_t at = 0; at < size; at += 4096)
            block[at] = 1;
        free(block);
    }
    return NULL;
}

static void *zeroed(void *argument)
{
    struct job *job = argument;
    for (long i = 0; i < job->count; i++) {
        char *block = calloc(1, usual_size(&job->seed));
        USE(block);
        free(block);
    }
    return NULL;
}

/// A list of 200,000 blocks of 16 to 136 bytes, built up and torn down: what a parser does. One operation is one block.
static void *list(void *argument)
{
    struct job *job = argument;
    for (long left = job->count; left > 0;) {
        void **head = NULL;
        for (long i = 0; i < 200000 && left > 0; i++, left--) {
            void **block = malloc(16 + draw(&job->seed, 120));
            *block = head;
            head = block;
        }
        while (head) {
            void **next = *head;
            free(head);
            head = next;
        }
    }
    return NULL;
}

static void aligned(const struct row *row, long count)
{
    (void)row;
    for (long i = 0; i < count; i++) {
        void *block;
        if (posix_memalign(&block, 64, 200) != 0)
            abort();
        USE(block);
        free(block);
    }
}

#define PATTERN(name) static void run_##name(const struct row *row, long count) { in_threads(row, count, name); }
PATTERN(brief)
PATTERN(settled)
PATTERN(passed)
PATTERN(growing)
PATTERN(crowded)
PATTERN(large)
PATTERN(zeroed)
PATTERN(list)
#define THREADS(name) \
    {"malloc", #name ", 1 thread", run_##name, 1, 0, NULL}, {"malloc", #name ", 4 threads", run_##name, 4, 1, NULL}, \
    {"malloc", #name ", 8 threads", run_##name, 8, 1, NULL}

const struct row allocation_rows[] = {
    THREADS(brief), THREADS(settled), THREADS(passed), THREADS(list), {"malloc", "growing, 1 thread", run_growing, 1, 0, NULL},
    {"malloc", "growing in turns, 1 thread", run_crowded, 1, 0, NULL},
    {"malloc", "large, 1 thread", run_large, 1, 0, NULL}, {"malloc", "large, 4 threads", run_large, 4, 1, NULL},
    {"malloc", "zeroed, 1 thread", run_zeroed, 1, 0, NULL}, {"malloc", "aligned, 1 thread", aligned, 1, 0, NULL}, {0},
};
