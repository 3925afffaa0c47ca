// <netdb.h>: getaddrinfo and getnameinfo with glibc's flags for internationalized names, which musl calls bad flags.
#include <netdb.h>
#include <stddef.h>
#include <sys/socket.h>
#include "next.h"

// glibc's <netdb.h>; the conversion itself is libidn2's, which glibc loads where it is installed. Here a name in ASCII needs none.
enum { IDN = 0x40, CANONIDN = 0x80, IDN_ALLOW_UNASSIGNED = 0x100, IDN_USE_STD3_ASCII_RULES = 0x200, IDN_ENCODE = -105 };
enum { NI_IDN_FLAGS = 32 | 64 | 128 };

int glibc_compat_musl_getaddrinfo(const char *, const char *, const struct addrinfo *, struct addrinfo **);

static int is_ascii(const char *name)
{
    for (; *name; name++)
        if (*name & 0x80) return 0;
    return 1;
}

// What glibc answers with: the request's flags in each entry, the canonical name in the first and only where it was asked for. musl's entries
// and names are one block, so a name can be forgotten.
static void finish(struct addrinfo *list, int flags)
{
    for (struct addrinfo *entry = list; entry; entry = entry->ai_next) {
        entry->ai_flags = flags;
        if (entry != list || !(flags & AI_CANONNAME))
            entry->ai_canonname = NULL;
    }
}

/// getaddrinfo(3). A name beyond ASCII with AI_IDN is EAI_IDN_ENCODE, as on glibc without libidn2.
int getaddrinfo(const char *restrict name, const char *restrict service, const struct addrinfo *restrict hints, struct addrinfo **restrict result)
{
    enum { FLAGS = IDN | CANONIDN | IDN_ALLOW_UNASSIGNED | IDN_USE_STD3_ASCII_RULES };
    // Without hints: AI_V4MAPPED | AI_ADDRCONFIG, says getaddrinfo(3).
    struct addrinfo plain = { .ai_flags = AI_V4MAPPED | AI_ADDRCONFIG };
    if (hints)
        plain = *hints;
    int flags = plain.ai_flags;
    if (flags & IDN && name && !is_ascii(name))
        return IDN_ENCODE;
    plain.ai_flags &= ~FLAGS;
    int error = glibc_compat_musl_getaddrinfo(name, service, hints ? &plain : NULL, result);
    if (!error)
        finish(*result, flags);
    return error;
}

/// getnameinfo(3): names stay in the form in which they are.
int getnameinfo(const struct sockaddr *restrict address, socklen_t size, char *restrict name, socklen_t name_size, char *restrict service,
                socklen_t service_size, int flags)
{
    return NEXT(getnameinfo)(address, size, name, name_size, service, service_size, flags & ~NI_IDN_FLAGS);
}
