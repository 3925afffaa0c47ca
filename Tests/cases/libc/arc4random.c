// arc4random gives words that differ, fills buffers of any size, and keeps below its bound.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    printf("%d\n", arc4random() != arc4random() || arc4random() != arc4random());
    static unsigned char large[100000], zero[64];
    arc4random_buf(large, sizeof large);
    printf("%d\n", memcmp(large, zero, 64) != 0 && memcmp(large + sizeof large - 64, zero, 64) != 0);
    arc4random_buf(large, 0);
    printf("%u %u\n", arc4random_uniform(0), arc4random_uniform(1));
    int seen[6] = {0}, outside = 0;
    for (int i = 0; i < 1000; i++) {
        unsigned value = arc4random_uniform(6);
        if (value < 6) seen[value] = 1; else outside = 1;
    }
    printf("%d%d%d%d%d%d %d\n", seen[0], seen[1], seen[2], seen[3], seen[4], seen[5], outside);
    int ends[2];
    pipe(ends);
    unsigned mine, other;
    if (fork() == 0) {
        unsigned word = arc4random();
        write(ends[1], &word, sizeof word);
        _exit(0);
    }
    mine = arc4random();
    wait(NULL);
    read(ends[0], &other, sizeof other);
    printf("%d\n", mine != other);
    return 0;
}
