// the break begins behind the program's data where addresses are not randomized, and grows and shrinks from there
// flags: -no-pie
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <unistd.h>

extern char end;

int main(int argc, char **argv)
{
    if (argc == 1) {
        personality(ADDR_NO_RANDOMIZE);
        execl("/proc/self/exe", argv[0], "again", NULL);
        return 1;
    }
    char *first = sbrk(0), *data_end = (char *)(((uintptr_t)&end + 4095) & -4096ul);
    long distance = first - data_end;
    int grown = brk(data_end + (300 << 20));
    long size = (char *)sbrk(0) - data_end;
    memset(first, 1, 1000), memset(data_end + (300 << 20) - 1000, 2, 1000);
    char *old = sbrk(-(100 << 20));
    long shrunk = (char *)sbrk(0) - old;
    sbrk(100 << 20);
    int zero = data_end[(300 << 20) - 1], kept = first[999];
    // The C library's memory comes from elsewhere, or from behind the break; it must not be what the program has.
    for (int i = 0; i < 2000; i++) {
        char *block = malloc(i * 50 + 1);
        if (block >= data_end && block < data_end + (300 << 20))
            return 2;
        memset(block, 3, i * 50 + 1);
    }
    printf("%ld %d %ld %ld %d %d\n", distance, grown, size, shrunk, zero, kept);
    return 0;
}
