// large blocks from calloc use no memory before they are written, and are zero also where such memory was used before
// flags: -fno-builtin
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long resident(void)
{
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    fscanf(file, "%*d %ld", &pages);
    fclose(file);
    return pages * 4;
}

int main(void)
{
    long before = resident();
    char *sparse = calloc(1, 800 << 20);
    sparse[400 << 20] = 1;
    printf("used %d, zero %d\n", resident() - before < 8 << 10, sparse[0] == 0 && sparse[8] == 0 && sparse[(800 << 20) - 1] == 0);
    free(sparse);
    printf("given back %d\n", resident() - before < 8 << 10);
    int zero = 1;
    for (size_t size = 15 << 20; size < 70 << 20; size += 1 << 19)
        for (int turn = 0; turn < 2; turn++) {
            // What mimalloc keeps for later is 32 MiB with what it says about it.
            size_t length = turn ? size : size - (64 << 10);
            char *block = calloc(length, 1);
            for (size_t i = 0; i < length; i += 4096)
                zero &= block[i] == 0 && block[i + 8] == 0;
            for (size_t i = 0; i < length; i += 4096)
                block[i] = block[i + 8] = 1;
            free(block);
        }
    printf("zero %d\n", zero);
}
