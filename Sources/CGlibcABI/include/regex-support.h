// What the regex engine needs of C: an atomic slot, and glibc's global.
#pragma once
#include <glibc-compat/regex.h>

/// glibc's global syntax for the GNU interface (C, because programs reference and assign the data object).
extern unsigned long re_syntax_options;

/// Swap the pointer in `slot`, so that one thread at a time owns what it held.
static inline void *glibc_compat_swap_pointer(void **slot, void *value)
{
    return __atomic_exchange_n(slot, value, __ATOMIC_ACQ_REL);
}
