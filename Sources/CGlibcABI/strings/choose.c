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

/// What is asked of the processor, once each: in a virtual machine a question costs microseconds, at every start of a program.
struct processor {
    struct registers basic, more, extended;
};

static struct processor ask(void)
{
    struct processor p = {0};
    struct registers first;
    __cpuid(0, first.a, first.b, first.c, first.d);
    __cpuid(1, p.basic.a, p.basic.b, p.basic.c, p.basic.d);
    if (first.a >= 7)
        __cpuid_count(7, 0, p.more.a, p.more.b, p.more.c, p.more.d);
    // Every processor with 64 bits has this leaf: it is where it says so.
    __cpuid(0x80000001, p.extended.a, p.extended.b, p.extended.c, p.extended.d);
    return p;
}

/// Which registers the kernel saves when it switches threads: 0 where it does not say.
static unsigned saved_registers(struct registers features)
{
    unsigned low = 0, high;
    if (features.c & bit_OSXSAVE)
        __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

static const struct string_set *best(const struct processor *p)
{
    struct registers basic = p->basic, more = p->more, extended = p->extended;
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
    struct processor p = ask();
    const struct string_set *set = best(&p);
    enum { ENHANCED_REPEAT = 1 << 9 };
    if (p.more.b & ENHANCED_REPEAT)
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
