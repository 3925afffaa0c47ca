// mallopt: what it accepts and refuses, what M_PERTURB writes, and that blocks are whole under every setting
// flags: -fno-builtin
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int all(const unsigned char *block, size_t size, int value)
{
    for (size_t i = 0; i < size; i++)
        if (block[i] != value)
            return 0;
    return 1;
}

// Sizes beyond those that glibc keeps for the thread, which it does not fill.
static void show(int value)
{
    int fresh = 1, zero = 1, kept = 1;
    for (size_t size = 3000; size < 200000; size *= 3) {
        unsigned char *block = malloc(size);
        fresh &= all(block, size, (value ^ 0xff) & 0xff);
        memset(block, 3, size);
        block = realloc(block, size * 2);
        kept &= all(block, size, 3);
        free(block);
        block = calloc(1, size);
        zero &= all(block, size, 0);
        free(block);
        block = memalign(256, size);
        fresh &= all(block, size, (value ^ 0xff) & 0xff);
        free(block);
    }
    printf("perturb %d: fresh %d kept %d zero %d\n", value, fresh, kept, zero);
}

int main(void)
{
    static const int parameters[] = {M_MXFAST, M_TRIM_THRESHOLD, M_TOP_PAD, M_MMAP_THRESHOLD, M_MMAP_MAX, M_CHECK_ACTION, M_PERTURB, M_ARENA_TEST,
        M_ARENA_MAX, M_NLBLKS, M_GRAIN, M_KEEP, 99, -99};
    static const int values[] = {0, 1, 64, 160, 161, -1, 1 << 20, 32 << 20, (32 << 20) + 1, 0x7fffffff};
    for (size_t i = 0; i < sizeof parameters / sizeof *parameters; i++) {
        printf("%d:", parameters[i]);
        for (size_t k = 0; k < sizeof values / sizeof *values; k++)
            printf(" %d", mallopt(parameters[i], values[k]));
        // Back to what is usual.
        mallopt(M_PERTURB, 0);
        mallopt(M_TRIM_THRESHOLD, 128 << 10);
        mallopt(M_MMAP_THRESHOLD, 128 << 10);
        mallopt(M_MMAP_MAX, 65536);
        mallopt(M_TOP_PAD, 128 << 10);
        printf("\n");
    }
    static const int fillings[] = {1, 0x55, 0xff, 0xa5};
    for (size_t i = 0; i < sizeof fillings / sizeof *fillings; i++) {
        printf("%d\n", mallopt(M_PERTURB, fillings[i]));
        show(fillings[i]);
    }
    mallopt(M_PERTURB, 0);
    for (int threshold = 0; threshold <= 1; threshold++) {
        mallopt(M_TRIM_THRESHOLD, threshold ? -1 : 0);
        int same = 1;
        for (int i = 0; i < 200; i++) {
            size_t size = 100000 + i * 5000;
            unsigned char *block = malloc(size), *other = calloc(1, size);
            memset(block, i, size);
            same &= all(other, size, 0) && all(block, size, i);
            free(other);
            same &= all(block, size, i);
            free(block);
        }
        printf("threshold %d: %d\n", threshold, same);
    }
}
