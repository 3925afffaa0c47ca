// Which set of string functions this processor gets, found out once, before anything else of the program runs.
//
// What decides is the processor and what the kernel saves of it, nothing in the environment.
#include "strings.h"
#include <cpuid.h>
#include <sys/mman.h>
#include <unistd.h>
#include <glibc-compat/loader-interface.h>

extern char glibc_compat_string_stubs[];

struct registers {
    unsigned a, b, c, d;
};

static struct registers processor(unsigned leaf)
{
    struct registers r = {0};
    if (__get_cpuid_max(0, NULL) >= leaf)
        __cpuid_count(leaf, 0, r.a, r.b, r.c, r.d);
    return r;
}

/// Which registers the kernel saves when it switches threads: 0 where it does not say.
static unsigned saved_registers(struct registers features)
{
    unsigned low = 0, high;
    if (features.c & bit_OSXSAVE)
        __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

static const struct string_set *best(void)
{
    struct registers basic = processor(1), more = processor(7), extended = {0};
    if (__get_cpuid_max(0x80000000, NULL) >= 0x80000001)
        __cpuid(0x80000001, extended.a, extended.b, extended.c, extended.d);
    enum { AVX_STATE = 6, AVX512_STATE = 0xe6, LZCNT = 1 << 5 };
    unsigned saved = saved_registers(basic);
    unsigned wanted = bit_AVX2 | bit_BMI | bit_BMI2, wide = bit_AVX512F | bit_AVX512BW | bit_AVX512VL;
    // The first processors with vectors of 64 bytes run slower while they use them; those that came later have VBMI2 too.
    unsigned later = bit_AVX512VBMI2;
    if ((saved & AVX_STATE) != AVX_STATE || (more.b & wanted) != wanted || !(extended.c & LZCNT) || !(basic.c & bit_AVX))
        return &glibc_compat_strings_sse2;
    if ((saved & AVX512_STATE) != AVX512_STATE || (more.b & wide) != wide || !(more.c & later))
        return &glibc_compat_strings_avx2;
    return &glibc_compat_strings_avx512;
}

static void *choose(void)
{
    const struct string_set *set = best();
    enum { ENHANCED_REPEAT = 1 << 9 };
    if (processor(7).b & ENHANCED_REPEAT)
        glibc_compat_string_limits = (struct string_limits){.repeat = 8192, .repeat_fill = 1 << 20};
    for (int i = 0; i < STRING_FUNCTIONS; i++)
        glibc_compat_chosen_strings[i] = set->functions[i];
    return glibc_compat_chosen_strings;
}

const struct glibc_compat_functions __glibc_compat_functions = {
    .stubs = glibc_compat_string_stubs,
    .stub_size = 16,
    .count = STRING_FUNCTIONS,
    .choose = choose,
};

/// Where the shim is preloaded under musl's own loader, the table is read-only already.
__attribute__((constructor)) static void choose_without_loader(void)
{
    if (&__glibc_compat_loader)
        return;
    size_t page = (size_t)getpagesize();
    char *table = (char *)glibc_compat_chosen_strings, *limits = (char *)&glibc_compat_string_limits;
    char *start = (char *)((uintptr_t)(table < limits ? table : limits) & -page);
    char *table_end = (char *)(glibc_compat_chosen_strings + STRING_FUNCTIONS), *limits_end = (char *)(&glibc_compat_string_limits + 1);
    size_t size = (size_t)((table_end > limits_end ? table_end : limits_end) - start);
    if (mprotect(start, size, PROT_READ | PROT_WRITE) != 0)
        return;
    choose();
    mprotect(start, size, PROT_READ);
}
