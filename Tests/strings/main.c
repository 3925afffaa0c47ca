// Runs every test on every set of functions that this processor can run: result lines on standard output.
#include "strings.h"
#include <sys/mman.h>

const struct string_set *set;
char *left, *right;
int fallbacks, failures;

void *glibc_compat_search_memory(const void *hay, size_t hay_size, const void *needle, size_t needle_size)
{
    fallbacks++;
    return memmem(hay, hay_size, needle, needle_size);
}

static char *area(void)
{
    char *memory = mmap(NULL, ROOM + 2 * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED || mprotect(memory + PAGE, ROOM, PROT_READ | PROT_WRITE) != 0)
        abort();
    return memory + PAGE;
}

/// The same once more with the processor's own copying and filling from a few hundred bytes on.
static void repeat_from(size_t limit)
{
    char *page = (char *)((uintptr_t)&glibc_compat_string_limits & -(uintptr_t)PAGE);
    if (mprotect(page, 2 * PAGE, PROT_READ | PROT_WRITE) != 0)
        abort();
    glibc_compat_string_limits = (struct string_limits){limit, limit};
}
static void test_repeated_copies(void)
{
    repeat_from(300);
    test_copies();
    repeat_from(SIZE_MAX);
}
static void test_repeated_fills(void)
{
    repeat_from(300);
    test_fills();
    repeat_from(SIZE_MAX);
}

static const struct {
    const char *name;
    void (*run)(void);
} tests[] = {{"copies", test_copies},   {"fills", test_fills}, {"searches", test_searches},     {"comparisons", test_comparisons},
             {"texts", test_texts},     {"sets", test_sets},   {"substrings", test_substrings}, {"wide characters", test_wide},
             {"wide texts", test_wide_texts},
             {"copies by the processor", test_repeated_copies}, {"fills by the processor", test_repeated_fills}};

static int can_run(const struct string_set *candidate)
{
    __builtin_cpu_init();
    if (candidate == &glibc_compat_strings_avx2)
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
    if (candidate == &glibc_compat_strings_avx512)
        return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("bmi2");
    return 1;
}

int main(void)
{
    static const struct string_set *const sets[] = {&glibc_compat_strings_sse2, &glibc_compat_strings_avx2, &glibc_compat_strings_avx512};
    left = area();
    right = area();
    for (size_t s = 0; s < sizeof sets / sizeof *sets; s++) {
        set = sets[s];
        for (size_t t = 0; t < sizeof tests / sizeof *tests; t++) {
            if (!can_run(set)) {
                printf("SKIP %s %s: this processor has not what it takes\n", set->name, tests[t].name);
                continue;
            }
            fflush(stdout);
            failures = 0;
            tests[t].run();
            if (!failures)
                printf("PASS %s %s\n", set->name, tests[t].name);
        }
    }
    return 0;
}
