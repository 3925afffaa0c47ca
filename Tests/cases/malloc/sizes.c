// malloc_info lists the free blocks by size
// flags: -fno-builtin
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COUNT = 4000, SIZE = 3000 };

// How many free blocks there are of at least one size and below another, by the lists.
static size_t free_blocks(size_t least, size_t most, int *good)
{
    char *text, *at;
    size_t length, found = 0;
    FILE *stream = open_memstream(&text, &length);
    *good &= malloc_info(0, stream) == 0;
    fclose(stream);
    char *end = strstr(text, "</sizes>");
    for (at = text; (at = strstr(at, "from=\"")) && at < end; at++) {
        size_t from, to, total, count;
        *good &= sscanf(at, "from=\"%zu\" to=\"%zu\" total=\"%zu\" count=\"%zu\"/>", &from, &to, &total, &count) == 4;
        *good &= from <= to && total >= from * count && total <= to * count;
        if (from >= least && to < most)
            found += count;
    }
    free(text);
    return found;
}

int main(void)
{
    static char *blocks[COUNT];
    int good = 1;
    for (int i = 0; i < COUNT; i++)
        blocks[i] = malloc(SIZE);
    size_t before = free_blocks(SIZE, SIZE * 2, &good);
    // Every other one, so that none becomes a part of a larger one.
    for (int i = 0; i < COUNT; i += 2)
        free(blocks[i]);
    // glibc's are put into the lists when a larger one is wanted.
    free(malloc(SIZE * 2));
    size_t after = free_blocks(SIZE, SIZE * 2, &good);
    printf("good %d, freed %d\n", good, after >= before + COUNT / 2 - 2 && after < before + COUNT / 2 + 20);
}
