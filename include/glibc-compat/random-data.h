// glibc's structures for the random number generators whose state the caller keeps. Source: glibc's <stdlib.h>.
#pragma once
#include <stdint.h>

struct glibc_random_data {
    int32_t *front;
    int32_t *rear;
    int32_t *state;
    int type;
    int degree;
    int separation;
    int32_t *end;
};

struct glibc_drand48_data {
    uint16_t x[3];
    uint16_t old_x[3];
    uint16_t addend;
    uint16_t initialised;
    uint64_t factor;
};

_Static_assert(sizeof(struct glibc_random_data) == 48 && sizeof(struct glibc_drand48_data) == 24, "glibc's sizes");
