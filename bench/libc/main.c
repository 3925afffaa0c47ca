// micro list | calibrate ROW | run ROW COUNT: nanoseconds per operation and the peak of resident memory, of one row, in a process of its own.
#include "micro.h"
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const struct row *const tables[] = {string_rows, allocation_rows, text_rows, stream_rows, thread_rows, wide_rows};

unsigned draw(unsigned *state, unsigned limit)
{
    *state = *state * 1664525u + 1013904223u;
    return (unsigned)(((unsigned long)(*state >> 8) * limit) >> 24);
}

static double now(const struct row *row)
{
    struct timespec time;
    clock_gettime(row->elapsed ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1e9 + time.tv_nsec;
}

static double measure(const struct row *row, long count)
{
    double start = now(row);
    row->run(row, count);
    return now(row) - start;
}

static const struct row *find(const char *wanted)
{
    long index = atol(wanted);
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
        for (const struct row *row = tables[t]; row->group; row++)
            if (index-- == 0)
                return row;
    fprintf(stderr, "micro: no row %s\n", wanted);
    exit(2);
}

/// VmHWM of /proc/self/status: what getrusage gives would include the process that started this one.
static long peak(void)
{
    char line[256];
    long kilobytes = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status))
        if (sscanf(line, "VmHWM: %ld", &kilobytes) == 1)
            break;
    if (status)
        fclose(status);
    return kilobytes;
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    if (argc == 2 && strcmp(argv[1], "list") == 0) {
        for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
            for (const struct row *row = tables[t]; row->group; row++)
                printf("%s\t%s\t%d\n", row->group, row->name, row->elapsed);
        return 0;
    }
    if (argc < 3)
        return 2;
    const struct row *row = find(argv[2]);
    if (row->prepare)
        row->prepare(row);
    if (strcmp(argv[1], "calibrate") == 0) {
        // The shortest of three: a process that was put aside meanwhile seems slow.
        double least = row->elapsed ? 5e6 : 3e6;
        long count = 1;
        for (double best = 0; best < least && count < 1L << 40; count *= 2) {
            best = measure(row, count);
            for (int again = 0; again < 2 && best >= least; again++) {
                double time = measure(row, count);
                best = time < best ? time : best;
            }
        }
        printf("%ld\n", count);
        return 0;
    }
    long count = argc > 3 ? atol(argv[3]) : 1;
    // Once before, so that pages are there and functions are bound; what takes far longer here than on glibc is done less often.
    double before = measure(row, count / 16 + 1) / (count / 16 + 1), most = 1e8;
    if (before * count > most)
        count = most / before + 1;
    double time = measure(row, count);
    printf("%.4f %ld\n", time / count, peak());
    return 0;
}
