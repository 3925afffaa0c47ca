// <stdlib.h>, <malloc.h>: functions that are made of malloc's, whose-ever those are: a program that replaces malloc need not replace these.
//
// In a file of their own: there the compiler would call our own realloc.
#ifdef GLIBC_COMPAT_MIMALLOC
#include <errno.h>
#include <malloc.h>
#include <stdlib.h>
#include <unistd.h>

/// Source: posix_memalign(3). Errors, as the result: EINVAL, and ENOMEM, which glibc leaves in errno as well.
int posix_memalign(void **block, size_t alignment, size_t size)
{
    if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0)
        return EINVAL;
    void *made = memalign(alignment, size);
    if (!made)
        return ENOMEM;
    *block = made;
    return 0;
}

/// Source: valloc(3).
void *valloc(size_t size) { return memalign((size_t)getpagesize(), size); }

/// Source: malloc(3). Errors: ENOMEM where the product is more than a size_t.
void *reallocarray(void *block, size_t count, size_t size)
{
    size_t total;
    if (__builtin_mul_overflow(count, size, &total)) {
        errno = ENOMEM;
        return NULL;
    }
    return realloc(block, total);
}
#endif
