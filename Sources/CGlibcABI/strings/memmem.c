// musl's search for the templates of substring.h: its time grows with the lengths only, whatever the texts are.
#include <string.h>
#include "next.h"

void *glibc_compat_search_memory(const void *hay, size_t hay_size, const void *needle, size_t needle_size);
void *glibc_compat_search_memory(const void *hay, size_t hay_size, const void *needle, size_t needle_size)
{
    return NEXT(memmem)(hay, hay_size, needle, needle_size);
}
