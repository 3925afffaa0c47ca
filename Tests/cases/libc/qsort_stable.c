// qsort keeps equal elements in order and calls the comparison with the same pairs in the same order as glibc to 2.36, at every size.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned seed;
static unsigned next(void) { return seed = seed * 1103515245u + 12345u; }
static unsigned long hash;
static size_t width;

static int by_first_byte(const void *a, const void *b)
{
    const unsigned char *x = a, *y = b;
    // Which elements meet, and in which order, is part of what a program sees.
    hash = hash * 31 + x[0] * 7 + y[0];
    return x[0] - y[0];
}

static int with_argument(const void *a, const void *b, void *argument)
{
    ++*(int *)argument;
    return by_first_byte(a, b);
}

int main(void)
{
    static const size_t widths[] = {1, 2, 3, 4, 8, 12, 16, 24, 32, 33, 40, 64, 100, 500};
    static const size_t counts[] = {0, 1, 2, 3, 5, 17, 100, 1000};
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
        for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
            width = widths[w];
            size_t count = counts[c], bytes = width * count;
            unsigned char *memory = malloc(bytes + 1);
            seed = (unsigned)(w * 100 + c);
            for (size_t i = 0; i < bytes; i++)
                memory[i] = (unsigned char)(i % width == 0 ? next() >> 27 : next() >> 24);
            hash = 0;
            qsort(memory, count, width, by_first_byte);
            unsigned long content = 0;
            for (size_t i = 0; i < bytes; i++)
                content = content * 131 + memory[i];
            int calls = 0;
            qsort_r(memory, count, width, with_argument, &calls);
            printf("%zu x %zu: %lx %lx %d\n", count, width, hash, content, calls);
            free(memory);
        }
    return 0;
}
