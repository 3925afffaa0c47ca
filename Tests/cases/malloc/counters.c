// mallinfo, mallinfo2, malloc_info, malloc_stats and malloc_trim follow what a program allocates and frees
// flags: -fno-builtin -lpthread -Wno-deprecated-declarations
#include <errno.h>
#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { COUNT = 20000, SIZE = 1000 };
static char *blocks[COUNT];

static long value_of(const char *text, const char *name)
{
    const char *at = strstr(text, name);
    return at ? strtol(at + strlen(name), NULL, 10) : -1;
}

static char *information(int *balanced)
{
    char *text;
    size_t length;
    FILE *stream = open_memstream(&text, &length);
    int result = malloc_info(0, stream);
    fclose(stream);
    // Every element is closed in its turn.
    char open[16][32];
    int depth = 0;
    *balanced = result == 0;
    for (char *at = text; (at = strchr(at, '<')); at++) {
        char name[32];
        sscanf(at + 1 + (at[1] == '/'), "%31[a-z]", name);
        char *end = strchr(at, '>');
        if (at[1] == '/')
            *balanced &= depth > 0 && strcmp(open[--depth], name) == 0;
        else if (end[-1] != '/')
            strcpy(open[depth++], name);
    }
    *balanced &= depth == 0;
    return text;
}

static pthread_barrier_t ready, done;
static void *holder(void *unused)
{
    char *held[1000];
    for (int i = 0; i < 1000; i++)
        memset(held[i] = malloc(SIZE), 1, SIZE);
    pthread_barrier_wait(&ready);
    pthread_barrier_wait(&done);
    for (int i = 0; i < 1000; i++)
        free(held[i]);
    return unused;
}

int main(void)
{
    struct mallinfo2 before = mallinfo2();
    for (int i = 0; i < COUNT; i++)
        memset(blocks[i] = malloc(SIZE), 1, SIZE);
    struct mallinfo2 full = mallinfo2();
    struct mallinfo narrow = mallinfo();
    size_t all = (size_t)COUNT * SIZE;
    printf("used %d held %d sum %d\n", full.uordblks >= before.uordblks + all && full.uordblks < before.uordblks + all * 3 / 2,
        full.arena >= full.uordblks, full.arena == full.uordblks + full.fordblks);
    printf("narrow %d\n", (size_t)narrow.uordblks == full.uordblks && (size_t)narrow.arena == full.arena);

    char *large = malloc(100 << 20);
    large[0] = 1;
    struct mallinfo2 mapped = mallinfo2();
    printf("mappings %zu of %d\n", mapped.hblks - full.hblks, mapped.hblkhd - full.hblkhd >= 100 << 20 && mapped.hblkhd - full.hblkhd < 110 << 20);
    char *larger = malloc((size_t)3 << 30);
    if (larger)
        larger[0] = 1;
    struct mallinfo2 huge = mallinfo2();
    printf("large mappings %zu of %d\n", huge.hblks - mapped.hblks, huge.hblkhd - mapped.hblkhd >= (size_t)3 << 30);
    free(larger);

    int balanced;
    char *text = information(&balanced);
    printf("information %d: %d heaps %d mapped %d\n", balanced, strncmp(text, "<malloc version=\"1\">\n<heap nr=\"0\">\n<sizes>\n", 43) == 0,
        strstr(text, "</heap>") != NULL, value_of(strstr(text, "type=\"mmap\""), "size=\"") >= 100 << 20);
    char *total = strrchr(text, '/') ? strstr(strstr(text, "</heap>"), "<system type=\"current\"") : NULL;
    printf("current %d maximum %d\n", value_of(total, "size=\"") >= (long)all, value_of(strstr(total, "type=\"max\""), "size=\"") >= (long)all);
    free(text);
    printf("options %d\n", malloc_info(1, stdout) == EINVAL);
    free(large);

    fflush(stdout);
    int report[2], saved = dup(2);
    pipe(report);
    dup2(report[1], 2);
    malloc_stats();
    fflush(stderr);
    dup2(saved, 2);
    close(report[1]);
    char stats[2000] = "";
    for (ssize_t got, at = 0; (got = read(report[0], stats + at, sizeof stats - 1 - at)) > 0;)
        at += got;
    printf("stats %d %d %d %d\n", strncmp(stats, "Arena 0:\nsystem bytes     = ", 28) == 0, value_of(stats, "in use bytes     = ") >= (long)all,
        strstr(stats, "Total (incl. mmap):\nsystem bytes     = ") != NULL, strstr(stats, "max mmap bytes   = ") != NULL);

    // Nine of ten are freed, and the last is not: what the others held is between blocks that stay.
    for (int i = 0; i < COUNT; i++)
        if (i / 1000 % 10 != 9)
            free(blocks[i]);
    struct mallinfo2 thin = mallinfo2();
    printf("freed %d sum %d\n", thin.uordblks <= full.uordblks - all * 8 / 10, thin.arena == thin.uordblks + thin.fordblks);
    printf("trim %d\n", malloc_trim(0));
    printf("used after %d\n", mallinfo2().uordblks == thin.uordblks);
    int same = 1;
    for (int i = 0; i < COUNT; i++)
        if (i / 1000 % 10 == 9) {
            for (int k = 0; k < SIZE; k++)
                same &= blocks[i][k] == 1;
            free(blocks[i]);
        }
    printf("kept %d\n", same);

    pthread_barrier_init(&ready, NULL, 2);
    pthread_barrier_init(&done, NULL, 2);
    struct mallinfo2 alone = mallinfo2();
    pthread_t thread;
    pthread_create(&thread, NULL, holder, NULL);
    pthread_barrier_wait(&ready);
    struct mallinfo2 beside = mallinfo2();
    pthread_barrier_wait(&done);
    pthread_join(thread, NULL);
    printf("another thread's %d\n", beside.uordblks >= alone.uordblks + 1000 * SIZE);
}
