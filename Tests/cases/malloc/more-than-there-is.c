// More memory than the machine has is refused where the kernel says so, and not promised and then missing.
#include <errno.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>

static void tell(const char *call, void *block)
{
    printf("%s %d %d\n", call, block != NULL, block ? 0 : errno);
    errno = 0;
}

int main(void)
{
    // Sixteen tebibytes: less than there are addresses.
    size_t size = (size_t)1 << 44;
    void *volatile block = malloc(size);
    tell("malloc", block);
    free(block);
    block = calloc(size / 16, 16);
    tell("calloc", block);
    free(block);
    block = aligned_alloc(1 << 16, size);
    tell("aligned_alloc", block);
    free(block);
    block = valloc(size);
    tell("valloc", block);
    free(block);
    size_t before[] = {100, 1 << 20, 1 << 26};
    for (int i = 0; i < 3; i++) {
        char *small = malloc(before[i]);
        small[0] = small[before[i] - 1] = 'x';
        block = realloc(small, size);
        tell("realloc", block);
        if (!block)
            printf("the old one is whole: %d\n", small[0] == 'x' && small[before[i] - 1] == 'x');
        free(block ? block : small);
    }
}
