// blocks that grow one after the other keep what they hold: those that stay small, that another thread frees, or whose thread ends
// flags: -fno-builtin -lpthread
#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { KIB = 1024, KEPT = 300, TURNS = 6000, THREADS = 4 };

struct block { unsigned char *at; size_t size; unsigned char mark; };

static int whole(const struct block *block, size_t to)
{
    for (size_t i = 0; i < to; i++)
        if (block->at[i] != (unsigned char)(block->mark + i / 64))
            return 0;
    return 1;
}
// To `size` bytes in steps of a half, all that is said to be there written each time.
static int grow(struct block *block, size_t size)
{
    int good = 1;
    while (block->size < size) {
        size_t before = block->size, next = before < 16 ? 16 : before + before / 2;
        block->size = next < size ? next : size;
        block->at = realloc(block->at, block->size);
        size_t usable = malloc_usable_size(block->at);
        good &= (uintptr_t)block->at % 16 == 0 && usable >= block->size && whole(block, before);
        for (size_t i = before; i < usable; i++)
            block->at[i] = (unsigned char)(block->mark + i / 64);
    }
    return good;
}
static unsigned draw(unsigned *seed, unsigned below)
{
    *seed = *seed * 1664525 + 1013904223;
    return (unsigned)((uint64_t)(*seed >> 4) * below >> 28);
}

// Some blocks that are kept and grow a little at times, beside others that grow far and are freed.
struct job { unsigned seed; int good; struct block kept[KEPT]; };
static void *work(void *argument)
{
    struct job *job = argument;
    int good = 1;
    for (int i = 0; i < TURNS; i++) {
        struct block *kept = &job->kept[draw(&job->seed, KEPT)];
        kept->mark = kept->at ? kept->mark : (unsigned char)draw(&job->seed, 255);
        good &= grow(kept, kept->size + 20 + draw(&job->seed, 300));
        if (kept->size > 60 * KIB || draw(&job->seed, 50) == 0) {
            good &= whole(kept, kept->size);
            free(kept->at);
            *kept = (struct block){0};
        }
        if (i % 8 == 0) {
            struct block brief = {NULL, 0, (unsigned char)i};
            good &= grow(&brief, (size_t)64 << draw(&job->seed, 14));
            good &= whole(&brief, brief.size);
            if (i % 16 == 0) {
                brief.size /= 3;
                brief.at = realloc(brief.at, brief.size + 1);
                good &= whole(&brief, brief.size);
            }
            free(brief.at);
        }
        if (i % 1000 == 0)
            malloc_trim(0);
    }
    job->good = good;
    return NULL;
}
static struct job jobs[THREADS + 1];
static int finish(struct job *job)
{
    int good = job->good;
    for (int i = 0; i < KEPT; i++) {
        struct block *kept = &job->kept[i];
        if (!kept->at)
            continue;
        good &= whole(kept, kept->size);
        if (i % 3)
            good &= grow(kept, kept->size * 2 + 10);
        free(kept->at);
    }
    return good;
}

// A block that has grown a little, of a thread that is gone, freed here: its place serves aligned blocks like any other.
static void *leave(void *argument)
{
    struct block *left = argument;
    grow(left, left->size + 200);
    return NULL;
}

static void *release(void *block)
{
    free(block);
    return NULL;
}

int main(void)
{
    jobs[THREADS].seed = 77;
    work(&jobs[THREADS]);
    printf("one thread %d\n", jobs[THREADS].good);
    pid_t child = fork();
    if (child == 0)
        _exit(finish(&jobs[THREADS]));
    int status;
    waitpid(child, &status, 0);
    printf("child %d, parent %d\n", WEXITSTATUS(status), finish(&jobs[THREADS]));

    pthread_t threads[THREADS];
    for (unsigned i = 0; i < THREADS; i++) {
        jobs[i].seed = i * 7 + 1;
        pthread_create(&threads[i], NULL, work, &jobs[i]);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        printf("thread %d\n", finish(&jobs[i]));
    }

    int good = 1;
    for (int turn = 0; turn < 200; turn++) {
        struct block left = {NULL, 0, (unsigned char)turn};
        pthread_create(&threads[0], NULL, leave, &left);
        pthread_join(threads[0], NULL);
        good &= whole(&left, left.size);
        free(left.at);
        void *aligned[40];
        for (int i = 0; i < 40; i++) {
            aligned[i] = memalign((size_t)32 << i % 6, 200 + i * 8);
            good &= (uintptr_t)aligned[i] % ((size_t)32 << i % 6) == 0;
            memset(aligned[i], 0xee, 200 + i * 8);
        }
        for (int i = 0; i < 40; i++) {
            free(aligned[i]);
            char *zero = calloc(1, 220 + i * 8);
            for (int k = 0; k < 220 + i * 8; k++)
                good &= zero[k] == 0;
            free(zero);
        }
    }
    printf("left %d\n", good);

    // What this thread has grown another frees, again and again.
    good = 1;
    for (int turn = 0; turn < 100; turn++) {
        struct block passed = {NULL, 0, (unsigned char)turn};
        good &= grow(&passed, 300 + (size_t)turn * 1000);
        pthread_create(&threads[0], NULL, release, passed.at);
        struct block other = {NULL, 0, 9};
        good &= grow(&other, 5000);
        pthread_join(threads[0], NULL);
        good &= whole(&other, other.size);
        free(other.at);
    }
    printf("passed %d\n", good);
}
