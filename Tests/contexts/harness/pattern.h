// Numbers that look random and are the same every time.
#pragma once
#include <stdint.h>

static uint64_t pattern_state = 88172645463325252u;
static inline uint64_t pattern(void)
{
    pattern_state ^= pattern_state << 13;
    pattern_state ^= pattern_state >> 7;
    return pattern_state ^= pattern_state << 17;
}
static inline void fill_with_pattern(void *memory, size_t size)
{
    uint64_t *words = memory;
    for (size_t i = 0; i < size / sizeof *words; i++)
        words[i] = pattern();
}
