// <string.h>: what goes through all of a text, by the shim's own string functions: musl's call its own, which go byte by byte.
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/// strdup(3). Errors: ENOMEM.
char *strdup(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    return copy ? memcpy(copy, text, size) : NULL;
}

/// strndup(3). Errors: ENOMEM.
char *strndup(const char *text, size_t most)
{
    size_t length = strnlen(text, most);
    char *copy = malloc(length + 1);
    if (!copy)
        return NULL;
    copy[length] = '\0';
    return memcpy(copy, text, length);
}

/// strcoll(3): in the locales that there are, by the bytes' values.
int strcoll(const char *one, const char *other) { return strcmp(one, other); }

/// strcasestr(3). The next place where the first character stands, in either case, is looked for in whole vectors.
char *strcasestr(const char *text, const char *wanted)
{
    size_t length = strlen(wanted);
    if (!length)
        return (char *)text;
    unsigned char first = (unsigned char)*wanted;
    const char either[] = {(char)tolower(first), (char)toupper(first), '\0'};
    while ((text = strpbrk(text, either))) {
        if (strncasecmp(text, wanted, length) == 0)
            return (char *)text;
        text++;
    }
    return NULL;
}
