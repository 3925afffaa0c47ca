// Encodings of several bytes a character: the tables, and where what is made of them is kept.
#pragma once
#include <stddef.h>

extern const unsigned short *const glibc_compat_multibyte_narrow;
extern const unsigned char *const glibc_compat_multibyte_wide;

/// The number of the encoding called so; -1 for an unknown name.
int glibc_compat_multibyte_find(const unsigned char *name, size_t length);
/// Its description.
const unsigned char *glibc_compat_multibyte_stream(int number);
/// Where its tables are kept: those for reading, those for writing.
void **glibc_compat_multibyte_slot(int number, int writing);

static inline void *glibc_compat_read_slot(void **slot) { return __atomic_load_n(slot, __ATOMIC_ACQUIRE); }
/// Puts VALUE into an empty slot; what is in it afterwards.
static inline void *glibc_compat_fill_slot(void **slot, void *value)
{
    void *expected = NULL;
    return __atomic_compare_exchange_n(slot, &expected, value, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE) ? value : expected;
}
