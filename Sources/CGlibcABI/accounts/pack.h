// A caller's buffer, filled from the front with strings and aligned pointer lists; one that does not fit says so once for all.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct pack {
    char *at, *end;
    bool full;
};

static inline void *pack_bytes(struct pack *pack, size_t size, size_t alignment)
{
    size_t skip = -(uintptr_t)pack->at & (alignment - 1);
    if (pack->full || skip > (size_t)(pack->end - pack->at) || size > (size_t)(pack->end - pack->at) - skip) {
        pack->full = true;
        return NULL;
    }
    char *result = pack->at + skip;
    pack->at = result + size;
    return result;
}

static inline char *pack_string(struct pack *pack, const char *text)
{
    if (!text)
        return NULL;
    size_t size = strlen(text) + 1;
    char *result = pack_bytes(pack, size, 1);
    return result ? memcpy(result, text, size) : NULL;
}

static inline char **pack_list(struct pack *pack, char *const *list)
{
    size_t count = 0;
    while (list && list[count])
        count++;
    char **result = pack_bytes(pack, (count + 1) * sizeof *result, _Alignof(char *));
    for (size_t i = 0; i < count && result; i++)
        result[i] = pack_string(pack, list[i]);
    if (result)
        result[count] = NULL;
    return result;
}
