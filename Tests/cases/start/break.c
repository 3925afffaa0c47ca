// sbrk and brk move a break: memory is usable and zero, goes back, and malloc is not disturbed
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    // glibc's own malloc moves the same break: none before the end.
    static char buffer[4096];
    setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
    char *start = sbrk(0);
    printf("start %d, same %d\n", start != (void *)-1, sbrk(0) == start);
    char *block = sbrk(100000);
    printf("grown from start %d, by %td\n", block == start, (char *)sbrk(0) - start);
    int sum = 0;
    for (int i = 0; i < 100000; i++) sum += block[i];
    printf("zero %d\n", sum == 0);
    memset(block, 0x55, 100000);
    char *more = sbrk(1 << 20);
    memset(more, 1, 1 << 20);
    printf("kept %d\n", block[99999] == 0x55 && block[0] == 0x55);
    sbrk(-(1 << 20));
    sbrk(1 << 20);
    printf("zero again %d\n", more[1 << 19] == 0);
    printf("brk %d\n", brk(start + 50000));
    printf("at %td\n", (char *)sbrk(0) - start);
    errno = 0;
    printf("too much %d", sbrk(INTPTR_MAX) == (void *)-1);
    printf(" %d\n", errno == ENOMEM);
    void *pointers[100];
    for (int i = 0; i < 100; i++) { pointers[i] = malloc(1 << (i % 18)); memset(pointers[i], 1, 1 << (i % 18)); }
    for (int i = 0; i < 100; i++) free(pointers[i]);
    printf("kept %d\n", start[0] == 0x55);
    return 0;
}
