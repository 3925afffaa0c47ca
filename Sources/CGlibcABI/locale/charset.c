// <iconv.h>: the encodings of one byte a character that glibc knows, by all their names.
#include <string.h>
#include <strings.h>
#include "charset-support.h"
#include "charset-table.h"

enum { COUNT = sizeof charsets / sizeof *charsets };
static void *slots[COUNT][2];

int glibc_compat_charset_find(const unsigned char *name, size_t length)
{
    if (!length || memchr(name, ' ', length)) return -1;
    for (int i = 0; i < COUNT; i++)
        // A space stands before and behind each name.
        for (const char *at = charsets[i].names; (at = strchr(at, ' ')) && at[1]; at++)
            if (!strncasecmp(at + 1, (const char *)name, length) && at[1 + length] == ' ') return i;
    return -1;
}

const unsigned short *glibc_compat_charset(int number, int *is_ascii)
{
    *is_ascii = charsets[number].is_ascii;
    return charsets[number].upper;
}

const unsigned *glibc_compat_charset_written(int number) { return charsets[number].written; }
void **glibc_compat_charset_slot(int number, int writing) { return &slots[number][!!writing]; }
