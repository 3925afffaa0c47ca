// <string.h>: memcpy as it was before glibc 2.14, when overlapping blocks happened to be copied right and programs came to rely on it.
#include <string.h>
#include "old-version.h"

OLD_VERSION("memcpy@GLIBC_2.2.5") void *glibc_compat_memcpy_2_2_5(void *to, const void *from, size_t size)
{
    return memmove(to, from, size);
}
