// blocks that grow and shrink by realloc keep what they hold: alone, beside neighbours, from one thread to the next, and in a forked child
// flags: -fno-builtin -lpthread
#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { KIB = 1024, MIB = 1024 * KIB, BLOCKS = 6, THREADS = 4, ROUNDS = 300 };

struct block { char *at; size_t size; unsigned mark; };

// Each page of a block names the block and itself; so does its last byte.
static void write_marks(struct block *block, size_t from)
{
    for (size_t i = from / 512 * 512; i + 8 <= block->size; i += 512) {
        uint32_t mark[2] = {block->mark, (uint32_t)(i / 512)};
        memcpy(block->at + i, mark, sizeof mark);
    }
    block->at[block->size - 1] = (char)block->mark;
}
static int read_marks(const struct block *block, size_t to)
{
    for (size_t i = 0; i + 8 <= to; i += 512) {
        uint32_t mark[2];
        memcpy(mark, block->at + i, sizeof mark);
        if (mark[0] != block->mark || mark[1] != i / 512)
            return 0;
    }
    return 1;
}
static int resize(struct block *block, size_t size)
{
    size_t kept = size < block->size ? size - 1 : block->size - 1;
    block->at = realloc(block->at, size);
    int good = block->at && (uintptr_t)block->at % 16 == 0 && malloc_usable_size(block->at) >= size && read_marks(block, kept);
    size_t from = kept;
    block->size = size;
    write_marks(block, from);
    // All that is said to be there can be written, but for the last byte that is read again.
    size_t usable = malloc_usable_size(block->at);
    memset(block->at + size, 0x5a, usable - size < 4096 ? usable - size : 4096);
    return good;
}
static struct block start(size_t size, unsigned mark)
{
    struct block block = {malloc(size), size, mark};
    write_marks(&block, 0);
    return block;
}

static unsigned draw(unsigned *seed, unsigned below)
{
    *seed = *seed * 1664525 + 1013904223;
    return (unsigned)((uint64_t)(*seed >> 4) * below >> 28);
}

// What the threads pass to each other: a block that one has made is grown, shrunk and freed by another.
static struct block passed[BLOCKS * THREADS];
static pthread_mutex_t passing[BLOCKS * THREADS];
static void *pass(void *argument)
{
    unsigned seed = (unsigned)(uintptr_t)argument;
    intptr_t good = 1;
    for (int i = 0; i < ROUNDS; i++) {
        unsigned at = draw(&seed, BLOCKS * THREADS);
        pthread_mutex_lock(&passing[at]);
        struct block *block = &passed[at];
        size_t size = ((size_t)1 << (10 + draw(&seed, 12))) + draw(&seed, 4000) + 16;
        if (i % 97 == 96)
            size = 20 * MIB + draw(&seed, 20 * MIB);
        if (!block->at)
            *block = start(size, at + 1);
        else if (draw(&seed, 10) == 0) {
            good &= read_marks(block, block->size - 1);
            free(block->at);
            block->at = NULL;
        } else
            good &= resize(block, draw(&seed, 2) ? size : block->size < 8 * MIB ? block->size + block->size / 2 : block->size / 3);
        pthread_mutex_unlock(&passing[at]);
    }
    return (void *)good;
}

int main(void)
{
    int good = 1;
    struct block alone = start(24, 7);
    for (size_t size = 24; size < 80 * MIB; size += size / 2)
        good &= resize(&alone, size);
    printf("grown %d\n", good);
    for (size_t size = alone.size; size > 1000; size -= size / 3)
        good &= resize(&alone, size);
    printf("shrunk %d\n", good);
    for (int i = 0; i < 200; i++)
        good &= resize(&alone, i % 2 ? 300 * KIB : 24 * MIB);
    free(alone.at);
    printf("to and fro %d\n", good);

    struct block many[BLOCKS];
    char *between[BLOCKS];
    for (unsigned i = 0; i < BLOCKS; i++)
        many[i] = start(1000, i + 1);
    for (size_t size = 1000; size < 12 * MIB; size += size / 2)
        for (int i = 0; i < BLOCKS; i++) {
            good &= resize(&many[i], size);
            if (size < 100 * KIB)
                between[i] = malloc(size / 2), free(between[i]);
        }
    for (int i = 0; i < BLOCKS; i++)
        good &= resize(&many[i], 200 * KIB + i * 70000);
    printf("in turns %d\n", good);

    pid_t child = fork();
    if (child == 0) {
        for (int i = 0; i < BLOCKS; i++)
            good &= resize(&many[i], 2 * MIB), good &= resize(&many[i], 33 * MIB);
        _exit(good);
    }
    int status;
    waitpid(child, &status, 0);
    for (int i = 0; i < BLOCKS; i++) {
        good &= resize(&many[i], 600 * KIB);
        free(many[i].at);
    }
    printf("forked %d, the parent's %d\n", WEXITSTATUS(status), good);

    // A page-aligned block grows like any other, and keeps no more than malloc's alignment.
    struct block aligned = {memalign(4 * KIB, 700 * KIB), 700 * KIB, 9};
    write_marks(&aligned, 0);
    for (size_t size = 700 * KIB; size < 40 * MIB; size *= 2)
        good &= resize(&aligned, size);
    free(aligned.at);
    struct block apart = {memalign(64 * MIB, 20 * MIB), 20 * MIB, 10};
    write_marks(&apart, 0);
    good &= resize(&apart, 50 * MIB);
    free(apart.at);
    printf("aligned %d\n", good);

    // What calloc gives is zero also where blocks have grown and shrunk.
    for (size_t size = 40 * KIB; size < 30 * MIB; size *= 3) {
        char *block = calloc(1, size);
        for (size_t i = 0; i < size; i += 61)
            good &= block[i] == 0;
        memset(block, 1, size);
        free(block);
    }
    printf("zero %d\n", good);

    pthread_t threads[THREADS];
    for (int i = 0; i < BLOCKS * THREADS; i++)
        pthread_mutex_init(&passing[i], NULL);
    for (int turn = 0; turn < 2; turn++) {
        for (uintptr_t i = 0; i < THREADS; i++)
            pthread_create(&threads[i], NULL, pass, (void *)(i * 31 + 5 + turn * 1000));
        for (int i = 0; i < THREADS; i++) {
            void *result;
            pthread_join(threads[i], &result);
            good &= (int)(intptr_t)result;
        }
        // The threads are gone; what they made is the main thread's.
        for (int i = 0; i < BLOCKS * THREADS; i++)
            if (passed[i].at)
                good &= resize(&passed[i], passed[i].size + 100 * KIB);
    }
    for (int i = 0; i < BLOCKS * THREADS; i++)
        free(passed[i].at);
    printf("passed %d\n", good);
}
