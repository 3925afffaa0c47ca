// <stdlib.h>, <search.h>: searches in arrays. In C and here because what unwinds out of a comparison must come by: musl's have no unwind tables.
#include <search.h>
#include <stdlib.h>
#include <string.h>

typedef int comparison(const void *, const void *);

/// bsearch(3).
void *bsearch(const void *key, const void *base, size_t count, size_t width, comparison *compare)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        char *element = (char *)base + middle * width;
        int order = compare(key, element);
        if (!order)
            return element;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/// lfind(3).
void *lfind(const void *key, const void *base, size_t *count, size_t width, comparison *compare)
{
    char *element = (char *)base;
    for (size_t i = 0; i < *count; i++, element += width)
        if (!compare(key, element))
            return element;
    return NULL;
}

/// lsearch(3): a key that is not there is added at the end, where the caller has room for it.
void *lsearch(const void *key, void *base, size_t *count, size_t width, comparison *compare)
{
    void *found = lfind(key, base, count, width, compare);
    return found ? found : memcpy((char *)base + (*count)++ * width, key, width);
}
