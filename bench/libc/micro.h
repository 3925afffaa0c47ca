// What one row of the libc bench is. The program is built once, against glibc, and the same file runs on glibc and on musl.
#pragma once
#include <stddef.h>

struct row {
    const char *group, *name;
    /// Does the operation `count` times.
    void (*run)(const struct row *row, long count);
    /// What the operation works on: a size in bytes, a number of threads, an index.
    long size;
    /// Non-zero where elapsed time counts and not the processor's: the row has threads of its own, or waits.
    int elapsed;
    /// What depends on the size alone and is not to be measured, or NULL.
    void (*prepare)(const struct row *row);
};

/// The tables, each ended by a row without a group.
extern const struct row string_rows[], allocation_rows[], text_rows[], stream_rows[], thread_rows[], wide_rows[];

/// Keeps a result alive that nobody looks at.
#define USE(value) __asm__ volatile("" : : "r"(value) : "memory")

/// A pseudo-random number below `limit`, the same sequence on every libc.
unsigned draw(unsigned *state, unsigned limit);
