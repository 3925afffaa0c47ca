// <iconv.h>: the encodings of one byte a character that glibc knows and musl does not, by all their names.
#include <string.h>
#include <strings.h>
#include "charset-support.h"
#include "charset-table.h"

const unsigned short *glibc_compat_charset(const unsigned char *name, size_t length, int *is_ascii)
{
    if (!length || memchr(name, ' ', length)) return 0;
    for (unsigned i = 0; i < sizeof charsets / sizeof *charsets; i++) {
        // A space stands before and behind each name.
        for (const char *at = charsets[i].names; (at = strchr(at, ' ')) && at[1]; at++) {
            if (strncasecmp(at + 1, (const char *)name, length) || at[1 + length] != ' ') continue;
            *is_ascii = charsets[i].is_ascii;
            return charsets[i].upper;
        }
    }
    return 0;
}
