// switches BUILD [ROUNDS [CONTEXTS]] measures all rows, and generators up to so many contexts (a million), and writes JSON.
// switches BUILD count ROW TIMES does row number ROW so many times and nothing else, for callgrind to count its instructions.
//
// Rounds are interleaved: each measures every row once, so what else the machine does meets all rows alike.
#include "bench.h"
#include <time.h>

uint64_t nanoseconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC_RAW, &now);
    return (uint64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}
static int order(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}
static int there(const struct row *row) { return !row->library || row->library->swap; }
static double at(double *sorted, int count, double part) { return sorted[(int)(part * (count - 1) + 0.5)]; }

/// So many operations that a sample takes some 20 microseconds: longer than the clock's own cost, shorter than a time slice.
static long times_for(struct row *row)
{
    for (long times = 64;; times *= 2) {
        uint64_t begin = nanoseconds_now();
        row->run(row->library, times);
        if (nanoseconds_now() - begin > 20000)
            return times;
    }
}

/// A page for each context must be there, or the machine's other programs suffer.
static int enough_memory(long count)
{
    char line[256];
    unsigned long kilobytes = 0;
    FILE *file = fopen("/proc/meminfo", "r");
    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, "MemAvailable: %lu", &kilobytes) == 1)
            break;
    if (file)
        fclose(file);
    return kilobytes / 6 > (unsigned long)count;
}

static void print_generators(long most)
{
    static const struct { const char *name; int library; } of[] = {
        { "jump_fcontext", -1 }, { "no mask", WITHOUT_MASK }, { "no mask, X87_FLAGS=no", SHARED_FLAGS }, { "mask", WITH_MASK },
        { "mask elided", ELIDED }, { "elided, X87_FLAGS=no", ELIDED_SHARED }, { "glibc", GLIBC }
    };
    enum { KINDS = sizeof of / sizeof *of };
    const char *separator = "";
    printf("  ],\n  \"generators\": [\n");
    for (long count = 1; count <= most && enough_memory(count); count *= 1000) {
        double samples[KINDS][9], bytes[KINDS];
        int rounds = count == 1000000 ? 3 : 9;
        for (int round = 0; round < rounds; round++)
            for (int i = 0; i < KINDS; i++) {
                if (of[i].library >= 0 && !libraries[of[i].library].swap)
                    continue;
                const struct library *library = of[i].library < 0 ? NULL : &libraries[of[i].library];
                struct generators result = measure_generators(library, count, count == 1000000 ? 4000000 : 400000);
                samples[i][round] = result.nanoseconds;
                bytes[i] = result.bytes;
            }
        for (int i = 0; i < KINDS; i++) {
            if (of[i].library >= 0 && !libraries[of[i].library].swap)
                continue;
            qsort(samples[i], rounds, sizeof(double), order);
            printf("%s    {\"contexts\": %ld, \"name\": \"%s\", \"median\": %.2f, \"low\": %.2f, \"high\": %.2f, \"bytes\": %.0f}", separator,
                   count, of[i].name, at(samples[i], rounds, 0.5), samples[i][0], samples[i][rounds - 1], bytes[i]);
            separator = ",\n";
        }
    }
    printf("\n  ]\n}\n");
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return fprintf(stderr, "usage: switches BUILD [ROUNDS [CONTEXTS] | count ROW TIMES]\n"), 2;
    open_libraries(argv[1]);
    if (argc == 5) {
        struct row *row = &rows[atoi(argv[3])];
        if (!there(row))
            return 3;
        prepare_rows();
        row->run(row->library, atol(argv[4]));
        return 0;
    }
    int rounds = argc > 2 ? atoi(argv[2]) : 1000;
    prepare_rows();
    long *times = calloc(row_count, sizeof *times);
    for (int i = 0; i < row_count; i++) {
        rows[i].samples = calloc(rounds, sizeof(double));
        if (there(&rows[i]))
            times[i] = times_for(&rows[i]);
    }
    for (int round = 0; round < rounds; round++)
        for (int i = 0; i < row_count; i++) {
            if (!there(&rows[i]))
                continue;
            uint64_t begin = nanoseconds_now();
            rows[i].run(rows[i].library, times[i]);
            rows[i].samples[round] = (double)(nanoseconds_now() - begin) / times[i];
        }
    printf("{\n  \"rounds\": %d,\n  \"rows\": [\n", rounds);
    const char *separator = "";
    for (int i = 0; i < row_count; i++) {
        if (!there(&rows[i]))
            continue;
        qsort(rows[i].samples, rounds, sizeof(double), order);
        printf("%s    {\"row\": %d, \"group\": \"%s\", \"name\": \"%s\", \"median\": %.3f, \"low\": %.3f, \"high\": %.3f}", separator, i,
               rows[i].group, rows[i].name, at(rows[i].samples, rounds, 0.5), at(rows[i].samples, rounds, 0.1),
               at(rows[i].samples, rounds, 0.9));
        separator = ",\n";
    }
    printf("\n");
    fflush(stdout);
    print_generators(argc > 3 ? atol(argv[3]) : 1000000);
    return 0;
}
