// <sys/platform/x86.h>: what the processor has, and what of it can be used. Source: the GNU C Library manual, "X86"; Intel SDM, CPUID.
#if defined __x86_64__
#include <cpuid.h>
#include <pthread.h>
#include <stdint.h>

enum { LEAVES = 10 };
static struct feature { unsigned cpuid[4], active[4]; } features[LEAVES];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static const unsigned leaf_of[LEAVES][2] = {{1, 0}, {7, 0}, {0x80000001, 0}, {13, 1}, {0x80000007, 0}, {0x80000008, 0}, {7, 1}, {25, 0}, {20, 0}, {36, 0}};

/// What a user program can make use of, by groups and words (eax, ebx, ecx, edx); the rest is for kernels, or words that hold numbers.
static const unsigned usable[LEAVES][4] = {
    {0, 0, 0x7ed83203, 0x17888110}, {0, 0xfdaf0328, 0x1a405f63, 0x03c1411c}, {0, 0, 0x00210961, 0x08000000}, {0x17, 0, 0, 0}, {0}, {0},
    {0x00a01c30, 0, 0, 0}, {0, 5, 0, 0}, {0, 0x10, 0, 0}, {0},
};

/// Bits that only the kernel's saving of wider registers makes usable.
static const struct { unsigned char leaf, word; unsigned bits, state; } needs[] = {
    {0, 2, 1u << 28 | 1u << 12 | 1u << 29, 6},          // AVX, FMA, F16C
    {1, 1, 1u << 5, 6},                                 // AVX2
    {1, 2, 1u << 9 | 1u << 10, 6},                      // VAES, VPCLMULQDQ
    {2, 2, 1u << 11 | 1u << 16, 6},                     // XOP, FMA4
    {6, 0, 1u << 4 | 1u << 23, 6},                      // AVX-VNNI, AVX-IFMA
    {1, 1, 1u << 16 | 1u << 17 | 1u << 21 | 1u << 26 | 1u << 27 | 1u << 28 | 1u << 30 | 1u << 31, 0xe6},    // AVX512
    {1, 2, 1u << 1 | 1u << 6 | 1u << 11 | 1u << 12 | 1u << 14, 0xe6},
    {1, 3, 1u << 2 | 1u << 3 | 1u << 8 | 1u << 23, 0xe6},
    {6, 0, 1u << 5, 0xe6},
    {1, 3, 1u << 22 | 1u << 24 | 1u << 25, 0x60000},    // AMX
    {6, 0, 1u << 21, 0x60000},
};

static void look(void)
{
    for (int i = 0; i < LEAVES; i++) {
        unsigned *r = features[i].cpuid;
        if (leaf_of[i][0] <= __get_cpuid_max(leaf_of[i][0] & 0x80000000, 0)) __cpuid_count(leaf_of[i][0], leaf_of[i][1], r[0], r[1], r[2], r[3]);
        for (int w = 0; w < 4; w++) features[i].active[w] = r[w] & usable[i][w];
    }
    uint64_t saved = 0;
    if (features[0].cpuid[2] & 1u << 27) {
        unsigned low, high;
        __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
        saved = low | (uint64_t)high << 32;
    }
    for (unsigned i = 0; i < sizeof needs / sizeof *needs; i++)
        if ((saved & needs[i].state) != needs[i].state) features[needs[i].leaf].active[needs[i].word] &= ~needs[i].bits;
}

/// The words of a group of features, by the index of <bits/platform/x86.h>; for an unknown group, one without any.
const struct feature *__x86_get_cpuid_feature_leaf(unsigned group)
{
    static const struct feature none;
    pthread_once(&once, look);
    return group < LEAVES ? &features[group] : &none;
}
#endif
