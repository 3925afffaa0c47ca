// What the parts of the bench share: the libraries under measurement and the rows they fill.
#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>

/// The four functions of one library.
struct library {
    const char *name;
    int (*get)(ucontext_t *);
    int (*set)(const ucontext_t *);
    int (*swap)(ucontext_t *, const ucontext_t *);
    void (*make)(ucontext_t *, void (*)(void), int, ...);
};

/// One line of the table: `run` does the operation `times` times on `library`, NULL where the row has none.
struct row {
    const char *group, *name;
    const struct library *library;
    void (*run)(const struct library *, long times);
    double *samples;                    // nanoseconds per operation, one a round
};

#define LIBRARIES 6
enum { WITHOUT_MASK, SHARED_FLAGS, WITH_MASK, ELIDED, ELIDED_SHARED, GLIBC };
extern struct library libraries[LIBRARIES];
/// Opens what there is below `build`; a library that is not there keeps NULL functions.
void open_libraries(const char *build);

extern struct row rows[];
extern const int row_count;
void prepare_rows(void);

/// Contexts that yield in turns: nanoseconds a switch and bytes a context for `count` of them, or -1 where memory ends.
struct generators { double nanoseconds, bytes; };
struct generators measure_generators(const struct library *, long count, long switches);

/// Boost.Context, `library` NULL everywhere.
typedef void *fcontext;
struct transfer { fcontext from; void *data; };
struct transfer jump_fcontext(fcontext, void *);
fcontext make_fcontext(void *top, size_t size, void (*)(struct transfer));

uint64_t nanoseconds_now(void);
