// <stdlib.h>: getenv. musl's compares every variable by a call.
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **__environ;

/// Source: getenv(3).
char *getenv(const char *name)
{
    char **each = __environ;
    if (!each || !*name)
        return NULL;
    size_t length = strlen(name);
    for (; *each; each++) {
        const char *variable = *each;
        // Most are told apart by the first byte.
        if (*variable != *name)
            continue;
        size_t same = 1;
        while (same < length && variable[same] == name[same])
            same++;
        if (same == length && variable[length] == '=')
            return (char *)variable + length + 1;
    }
    return NULL;
}
