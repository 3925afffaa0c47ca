// glibc's <regex.h> types on 64-bit Linux, under names that do not collide with musl's <regex.h>.
//
// Sizes and offsets as glibc 2.36 compiles them; the assertions below hold them. Source: regex.h of glibc, pahole on libc6-dbg.
#pragma once
#include <stddef.h>

/// glibc's `regoff_t`: 4 bytes, where musl's has 8.
typedef int glibc_regoff_t;

/// glibc's `regmatch_t`: 8 bytes, where musl's has 16.
struct glibc_regmatch {
    glibc_regoff_t start;
    glibc_regoff_t end;
};

/// glibc's `regex_t`, `struct re_pattern_buffer`. `re_nsub` is at 48, where musl has it at 0.
struct glibc_re_pattern_buffer {
    void *buffer;
    unsigned long allocated;
    unsigned long used;
    unsigned long syntax;
    char *fastmap;
    unsigned char *translate;
    size_t re_nsub;
    unsigned can_be_null : 1;
    unsigned regs_allocated : 2;
    unsigned fastmap_accurate : 1;
    unsigned no_sub : 1;
    unsigned not_bol : 1;
    unsigned not_eol : 1;
    unsigned newline_anchor : 1;
};

/// `struct re_registers` of the GNU interface.
struct glibc_re_registers {
    unsigned num_regs;
    glibc_regoff_t *start;
    glibc_regoff_t *end;
};

_Static_assert(sizeof(struct glibc_regmatch) == 8, "regmatch_t");
_Static_assert(sizeof(struct glibc_re_pattern_buffer) == 64, "regex_t");
_Static_assert(offsetof(struct glibc_re_pattern_buffer, re_nsub) == 48, "re_nsub");
_Static_assert(sizeof(struct glibc_re_registers) == 24, "re_registers");
