// glibc's struct obstack, which the macros of its <obstack.h> compile into programs.
#pragma once
#include <stddef.h>

struct obstack_chunk {
    char *limit;
    struct obstack_chunk *previous;
    char contents[4];
};

struct obstack {
    long chunk_size;
    struct obstack_chunk *chunk;
    char *object_base;
    char *next_free;
    char *chunk_limit;
    union {
        ptrdiff_t integer;
        void *pointer;
    } temporary;
    int alignment_mask;
    union {
        void *(*plain)(long);
        void *(*with_extra)(void *, long);
    } allocate;
    union {
        void (*plain)(void *);
        void (*with_extra)(void *, void *);
    } release;
    void *extra_argument;
    unsigned use_extra_argument : 1;
    unsigned maybe_empty_object : 1;
    unsigned allocation_failed : 1;
};

_Static_assert(sizeof(struct obstack) == 88 && offsetof(struct obstack, alignment_mask) == 48 &&
               offsetof(struct obstack, extra_argument) == 72, "glibc's layout");
