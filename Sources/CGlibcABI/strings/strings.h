// The string functions that are chosen by processor: one set per width of vector, all from the same templates.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// In the order of functions.def.
enum string_function {
#define FUNCTION(name, implementation, result, arguments) STRING_##name,
#include "functions.def"
#undef FUNCTION
    STRING_FUNCTIONS
};

typedef void any_function(void);
struct string_set {
    const char *name;
    any_function *functions[STRING_FUNCTIONS];
};
/// Vectors of 16 bytes, what every x86_64 has; of 32 with AVX2, BMI and LZCNT; the same with loops of 64 bytes with AVX-512 F, BW, VL and VBMI2.
extern const struct string_set glibc_compat_strings_sse2, glibc_compat_strings_avx2, glibc_compat_strings_avx512;

/// Where the exported functions jump.
extern any_function *glibc_compat_chosen_strings[STRING_FUNCTIONS];

/// From how many bytes on the processor's own copying and filling is the fastest; never, where it is slow.
struct string_limits {
    size_t repeat, repeat_fill;
};
extern struct string_limits glibc_compat_string_limits;

#define ALWAYS static inline __attribute__((always_inline))
#define LIKELY(condition) __builtin_expect(!!(condition), 1)
#define UNLIKELY(condition) __builtin_expect(!!(condition), 0)
enum { PAGE = 4096 };

// Words at any address, of any type.
typedef uint16_t __attribute__((may_alias, aligned(1))) word16;
typedef uint32_t __attribute__((may_alias, aligned(1))) word32;
typedef uint64_t __attribute__((may_alias, aligned(1))) word64;
