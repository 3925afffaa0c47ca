// What the environment and mallopt say about the allocator: which one it is, what fills blocks, and when memory is given back.
#pragma once
#include <malloc.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include "heap.h"

extern char **environ;
/// Who serves. Once the first block is allocated it is mimalloc or musl's for good; FILLING is mimalloc with what is written into blocks.
static enum { UNDECIDED, OURS, FILLING, MUSLS } choice = UNDECIDED;
/// What freed blocks are filled with, and its complement new ones, where the choice is FILLING. Source: mallopt(3), M_PERTURB.
static int filling;

static void set_filling(int value)
{
    filling = value;
    if (choice == OURS || choice == FILLING)
        choice = value ? FILLING : OURS;
}

/// Free memory goes back 25 ms after it became free. 0: at once; a gibibyte and more, as the largest number, which turns it off: never.
/// Source: mallopt(3), M_TRIM_THRESHOLD.
static void set_trim_threshold(size_t bytes)
{
    const long never = 1L << 40;
    long delay = bytes == 0 ? 0 : bytes >= (size_t)1 << 30 ? never : 25;
    mi_option_set(mi_option_decommit_delay, delay);
    mi_option_set(mi_option_segment_decommit_delay, delay == 25 ? 500 : delay);
}

/// The number at `text`, decimal, octal or hexadecimal, where it ends at the end or at a colon.
static bool number(const char *text, size_t *value)
{
    unsigned base = text[0] != '0' ? 10 : text[1] == 'x' || text[1] == 'X' ? 16 : 8;
    const char *at = base == 16 ? text + 2 : text;
    size_t sum = 0;
    for (; *at && *at != ':'; at++) {
        unsigned digit = *at >= '0' && *at <= '9' ? (unsigned)(*at - '0') : (unsigned)((*at | 0x20) - 'a') + 10;
        if (digit >= base || __builtin_mul_overflow(sum, base, &sum) || __builtin_add_overflow(sum, digit, &sum))
            return false;
    }
    *value = sum;
    return at != text;
}

/// What follows `name` where `text` begins with it, else NULL.
static const char *after(const char *text, const char *name)
{
    size_t length = strlen(name);
    return strncmp(text, name, length) == 0 ? text + length : NULL;
}

/// One setting by its name in GLIBC_TUNABLES or in the environment.
static void apply_setting(const char *text)
{
    static const struct { char name[32]; bool fills; } settings[] = {
        {"glibc.malloc.perturb=", true}, {"glibc.malloc.trim_threshold=", false},
        {"MALLOC_PERTURB_=", true}, {"MALLOC_TRIM_THRESHOLD_=", false},
    };
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        const char *text_value = after(text, settings[i].name);
        size_t value;
        if (!text_value || !number(text_value, &value))
            continue;
        if (!settings[i].fills)
            set_trim_threshold(value);
        else if (value <= 0xff)
            filling = (int)value;
    }
}

/// Makes the choice, before the first block: from the environment, which programs that run with more rights than their user do not look at.
static __attribute__((noinline, cold)) void decide(void)
{
    bool musl = false;
    // Not getenv: a program may have its own, which may allocate.
    for (char **each = environ; !getauxval(AT_SECURE) && each && *each; each++) {
        musl |= strcmp(*each, "GLIBC_COMPAT_MALLOC=musl") == 0;
        if ((*each)[0] == 'M')
            apply_setting(*each);
        const char *tunable = after(*each, "GLIBC_TUNABLES=");
        for (; tunable; tunable = strchr(tunable, ':')) {
            tunable += *tunable == ':';
            apply_setting(tunable);
        }
    }
    // mimalloc would look for each of its options in its own way whenever one is asked for.
    for (int i = 0; i < _mi_option_last; i++)
        options[i].init = INITIALIZED;
    // mimalloc would look for nodes of memory with snprintf, which may allocate: before there is a heap that never ends.
    mi_atomic_store_release(&_mi_numa_node_count, (size_t)1);
    choice = musl ? MUSLS : filling ? FILLING : OURS;
}
