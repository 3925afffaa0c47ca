// <resolv.h>, <arpa/nameser.h>: looking into messages, and printing the names in them. Source: BIND's resolver(3), RFC 1035.
#include "resolver.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

unsigned _getshort(const unsigned char *at) { return (unsigned)(at[0] << 8 | at[1]); }
unsigned _getlong(const unsigned char *at) { return (unsigned)at[0] << 24 | (unsigned)at[1] << 16 | (unsigned)at[2] << 8 | at[3]; }
void __putshort(uint16_t number, unsigned char *to) { to[0] = (unsigned char)(number >> 8), to[1] = (unsigned char)number; }
void __putlong(uint32_t number, unsigned char *to) { __putshort((uint16_t)(number >> 16), to), __putshort((uint16_t)number, to + 2); }

/// A field of a parsed message's header, by its ns_flag.
int (ns_msg_getflag)(ns_msg message, int flag)
{
    static const struct { unsigned mask, shift; } fields[] = {
        {0x8000, 15}, {0x7800, 11}, {0x0400, 10}, {0x0200, 9}, {0x0100, 8}, {0x0080, 7}, {0x0040, 6}, {0x0020, 5}, {0x0010, 4}, {0x000f, 0},
    };
    if (flag < 0 || flag >= (int)(sizeof fields / sizeof *fields)) return 0;
    return (int)((message._flags & fields[flag].mask) >> fields[flag].shift);
}

/// The labels of a name, without a wildcard in front. Source: RFC 2535, 4.1.3.
int __dn_count_labels(const char *name)
{
    size_t length = strlen(name);
    int count = 0;
    for (size_t i = 0; i < length; i++) count += name[i] == '.';
    if (name[0] == '*' && count) count--;
    return length && name[length - 1] != '.' ? count + 1 : count;
}

/// Writes the name at `at` of a message to a stream; what follows it there, or NULL.
const unsigned char *__p_cdnname(const unsigned char *at, const unsigned char *message, int length, FILE *file)
{
    char name[NS_MAXDNAME];
    int size = dn_expand(message, message + length, at, name, sizeof name);
    if (size < 0) return NULL;
    fputs(name[0] ? name : ".", file);
    return at + size;
}

const unsigned char *__p_cdname(const unsigned char *at, const unsigned char *message, FILE *file)
{
    return __p_cdnname(at, message, NS_PACKETSZ, file);
}

/// The name at `at` with a dot at its end; what follows it in the message, or NULL.
const unsigned char *__p_fqnname(const unsigned char *at, const unsigned char *message, int length, char *name, int room)
{
    int size = dn_expand(message, message + length, at, name, room);
    if (size < 0) return NULL;
    int used = (int)strlen(name);
    if (!used || name[used - 1] != '.') {
        if (used + 1 >= room) return NULL;
        memcpy(name + used, ".", 2);
    }
    return at + size;
}

const unsigned char *__p_fqname(const unsigned char *at, const unsigned char *message, FILE *file)
{
    char name[NS_MAXDNAME];
    const unsigned char *next = __p_fqnname(at, message, NS_MAXCDNAME, name, sizeof name);
    if (next) fputs(name, file);
    return next;
}

/// The other name of a host in the file that HOSTALIASES names, or NULL.
const char *__res_hostalias(const struct __res_state *state, const char *name, char *to, size_t room)
{
    char line[BUFSIZ];
    const char *path = state->options & RES_NOALIASES ? NULL : getenv("HOSTALIASES");
    FILE *file = path ? fopen(path, "re") : NULL;
    const char *result = NULL;
    while (file && !result && fgets(line, sizeof line, file)) {
        char *end = line;
        while (*end && !isspace((unsigned char)*end)) end++;
        if (!*end) break;
        *end++ = '\0';
        if (strcasecmp(line, name)) continue;
        while (isspace((unsigned char)*end)) end++;
        if (!*end) break;
        size_t length = 0;
        while (end[length] && !isspace((unsigned char)end[length])) length++;
        if (length >= room) length = room ? room - 1 : 0;
        if (!room) break;
        memcpy(to, end, length);
        to[length] = '\0';
        result = to;
    }
    if (file) fclose(file);
    return result;
}

const char *__hostalias(const char *name)
{
    static char other[NS_MAXDNAME];
    return __res_hostalias(__res_state(), name, other, sizeof other);
}

/// Whether an address is one of the servers of the thread's state.
int __res_isourserver(const struct sockaddr_in *address)
{
    const struct __res_state *state = __res_state();
    for (int i = 0; i < state->nscount && i < MAXNS; i++) {
        const struct sockaddr_in *server = &state->nsaddr_list[i];
        const struct sockaddr_in6 *server6 = state->_u._ext.nsaddrs[i], *address6 = (const void *)address;
        if (address->sin_family == AF_INET && server->sin_family == AF_INET && server->sin_port == address->sin_port &&
            (server->sin_addr.s_addr == INADDR_ANY || server->sin_addr.s_addr == address->sin_addr.s_addr))
            return 1;
        if (address->sin_family == AF_INET6 && server6 && server6->sin6_family == AF_INET6 && server6->sin6_port == address6->sin6_port &&
            (IN6_IS_ADDR_UNSPECIFIED(&server6->sin6_addr) || IN6_ARE_ADDR_EQUAL(&server6->sin6_addr, &address6->sin6_addr)))
            return 1;
    }
    return 0;
}

/// Whether a message asks this: 1, 0, or -1 for a message that is none.
int __res_nameinquery(const char *name, int type, int class, const unsigned char *message, const unsigned char *end)
{
    int ns_samename(const char *, const char *);
    if (end - message < NS_HFIXEDSZ) return -1;
    const unsigned char *at = message + NS_HFIXEDSZ;
    for (unsigned questions = _getshort(message + 4); questions; questions--) {
        char asked[NS_MAXDNAME];
        int size = dn_expand(message, end, at, asked, sizeof asked);
        if (size < 0) return -1;
        at += size;
        if (end - at < NS_QFIXEDSZ) return -1;
        if ((int)_getshort(at) == type && (int)_getshort(at + 2) == class && ns_samename(asked, name) == 1) return 1;
        at += NS_QFIXEDSZ;
    }
    return 0;
}

/// Whether two messages ask the same: 1, 0, or -1 for messages that are none.
int __res_queriesmatch(const unsigned char *first, const unsigned char *first_end, const unsigned char *second, const unsigned char *second_end)
{
    if (first_end - first < NS_HFIXEDSZ || second_end - second < NS_HFIXEDSZ) return -1;
    // A dynamic update has no question.
    if ((first[2] >> 3 & 15) == ns_o_update && (second[2] >> 3 & 15) == ns_o_update) return 1;
    unsigned questions = _getshort(first + 4);
    if (questions != _getshort(second + 4)) return 0;
    const unsigned char *at = first + NS_HFIXEDSZ;
    for (; questions; questions--) {
        char asked[NS_MAXDNAME];
        int size = dn_expand(first, first_end, at, asked, sizeof asked);
        if (size < 0) return -1;
        at += size;
        if (first_end - at < NS_QFIXEDSZ) return -1;
        if (!__res_nameinquery(asked, (int)_getshort(at), (int)_getshort(at + 2), second, second_end)) return 0;
        at += NS_QFIXEDSZ;
    }
    return 1;
}
