// <iconv.h>: the encodings of several bytes a character, by all their names.
#include <string.h>
#include <strings.h>
#include "multibyte-support.h"
#include "multibyte-table.h"

enum { COUNT = sizeof multibyte_sets / sizeof *multibyte_sets };
static void *slots[COUNT][2];

const unsigned short *const glibc_compat_multibyte_narrow = multibyte_narrow;
const unsigned char *const glibc_compat_multibyte_wide = multibyte_wide;

int glibc_compat_multibyte_find(const unsigned char *name, size_t length)
{
    if (!length || memchr(name, ' ', length)) return -1;
    for (int i = 0; i < COUNT; i++)
        // A space stands before and behind each name.
        for (const char *at = multibyte_sets[i].names; (at = strchr(at, ' ')) && at[1]; at++)
            if (!strncasecmp(at + 1, (const char *)name, length) && at[1 + length] == ' ') return i;
    return -1;
}

const unsigned char *glibc_compat_multibyte_stream(int number) { return multibyte_stream + multibyte_sets[number].start; }
void **glibc_compat_multibyte_slot(int number, int writing) { return &slots[number][!!writing]; }
