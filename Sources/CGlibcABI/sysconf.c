// <unistd.h>: what sysconf needs from C: musl's own, and the processor's description of its caches.
#include "CGlibcABI.h"
#include <cpuid.h>
#include <unistd.h>

long glibc_compat_next_sysconf(int name) { return NEXT(sysconf)(name); }

// Deterministic cache parameters: leaf 4 on Intel, the same layout in leaf 0x8000001d on AMD.
static unsigned cache_leaf(void)
{
    unsigned a, b, c, d;
    if (!__get_cpuid(0, &a, &b, &c, &d))
        return 0;
    if (b == 0x756e6547)
        return a >= 4 ? 4 : 0;
    return __get_cpuid_max(0x80000000, NULL) >= 0x8000001d ? 0x8000001d : 0;
}

// `type`: 1 data, 2 instruction, 3 unified.
static int find_cache(unsigned level, unsigned type, long *size, long *ways, long *line)
{
    unsigned leaf = cache_leaf();
    for (unsigned i = 0; leaf && i < 16; i++) {
        unsigned a, b, c, d;
        __cpuid_count(leaf, i, a, b, c, d);
        if ((a & 31) == 0)
            break;
        if ((a >> 5 & 7) != level || ((a & 31) != type && (a & 31) != 3))
            continue;
        *ways = (b >> 22) + 1;
        *line = (b & 0xfff) + 1;
        *size = *ways * *line * ((b >> 12 & 0x3ff) + 1) * ((long)c + 1);
        return 1;
    }
    return 0;
}

long glibc_compat_cache(int index)
{
    // Level 1 has two caches, instructions first; each cache has its size, ways and line.
    static const struct { unsigned char level, type; } caches[] = { { 1, 2 }, { 1, 1 }, { 2, 3 }, { 3, 3 }, { 4, 3 } };
    long values[3] = { 0, 0, 0 };
    if (index < 0 || index >= 15)
        return -1;
    if (!find_cache(caches[index / 3].level, caches[index / 3].type, &values[0], &values[1], &values[2]))
        return 0;
    return values[index % 3];
}
