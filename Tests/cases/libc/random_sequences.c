// Every generator gives glibc's sequence for every seed and size of state, and goes on where setstate left it.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    for (int i = 0; i < 5; i++) { printf("%d ", rand()); printf("%ld ", random()); }
    puts("");
    static const unsigned seeds[] = {0, 1, 42, 2147483647u, 4000000000u};
    for (int s = 0; s < 5; s++) {
        srand(seeds[s]);
        printf("%d", rand());
        srandom(seeds[s]);
        printf(" %ld", random());
        unsigned seed = seeds[s];
        printf(" %d", rand_r(&seed));
        printf(" %d %u\n", rand_r(&seed), seed);
    }
    static char states[5][256];
    static const size_t sizes[] = {8, 32, 64, 128, 256};
    for (int i = 0; i < 5; i++) {
        initstate(7, states[i], sizes[i]);
        for (int j = 0; j < 100; j++) random();
        printf("%ld\n", random());
    }
    for (int i = 0; i < 5; i++) {
        printf("%d ", setstate(states[i]) != NULL);
        printf("%ld\n", random());
    }
    errno = 0;
    printf("%d %d\n", initstate(1, states[0], 7) == NULL, errno);
    struct random_data data;
    memset(&data, 0, sizeof data);
    int32_t value;
    for (int i = 0; i < 5; i++) {
        printf("%d ", initstate_r(99, states[i], sizes[i], &data));
        for (int j = 0; j < 40; j++) random_r(&data, &value);
        printf("%d ", value);
        srandom_r(5, &data);
        random_r(&data, &value);
        printf("%d\n", value);
    }
    printf("%d ", setstate_r(states[1], &data));
    random_r(&data, &value);
    printf("%d\n", value);
    printf("%d %d\n", initstate_r(1, states[0], 7, &data), random_r(&data, NULL));

    struct drand48_data d;
    memset(&d, 0, sizeof d);
    double x;
    long n;
    drand48_r(&d, &x); printf("%.17g\n", x);
    drand48_r(&d, &x); printf("%.17g\n", x);
    srand48_r(123456789, &d);
    drand48_r(&d, &x); printf("%.17g\n", x);
    lrand48_r(&d, &n); printf("%ld\n", n);
    mrand48_r(&d, &n); printf("%ld\n", n);
    unsigned short words[7] = {1, 2, 3, 4, 5, 6, 7};
    erand48_r(words, &d, &x); printf("%.17g\n", x);
    nrand48_r(words, &d, &n); printf("%ld\n", n);
    jrand48_r(words, &d, &n); printf("%ld %u %u %u\n", n, words[0], words[1], words[2]);
    seed48_r(words, &d); mrand48_r(&d, &n); printf("%ld\n", n);
    lcong48_r(words, &d); mrand48_r(&d, &n); printf("%ld\n", n);
    printf("%.17g\n", drand48());
    srand48(5);
    printf("%.17g\n", drand48()); printf("%ld\n", lrand48());
    return 0;
}
