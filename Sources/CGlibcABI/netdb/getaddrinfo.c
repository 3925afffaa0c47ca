// <netdb.h>: getaddrinfo with glibc's kinds of sockets, and its flags for internationalized names,
// which musl calls bad flags.
#include <arpa/inet.h>
#include <errno.h>
#include <ifaddrs.h>
#include <netdb.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include "look-up.h"
#include "next.h"

// glibc's <netdb.h>; the conversion itself is libidn2's, which glibc loads where it is installed. Here a name in ASCII
// needs none.
enum { IDN = 0x40, CANONIDN = 0x80, IDN_ALLOW_UNASSIGNED = 0x100, IDN_USE_STD3_ASCII_RULES = 0x200, IDN_ENCODE = -105 };

enum { ADDRFAMILY = -9, SEQPACKET = 5, DCCP = 6,
    KNOWN_FLAGS = AI_PASSIVE | AI_CANONNAME | AI_NUMERICHOST | AI_V4MAPPED | AI_ALL | AI_ADDRCONFIG | AI_NUMERICSERV };

/// The kinds of sockets there are; the usual ones are given where none is asked for. A raw one has any protocol and no
/// service.
static const struct kind { int type, protocol; char usual, name[8]; } kinds[] = {
    {SOCK_STREAM, IPPROTO_TCP, 1, "tcp"}, {SOCK_DGRAM, IPPROTO_UDP, 1, "udp"}, {DCCP, IPPROTO_DCCP, 0, "dccp"},
        {SOCK_DGRAM, IPPROTO_UDPLITE, 0, "udplite"},
    {SOCK_STREAM, IPPROTO_SCTP, 0, "sctp"}, {SEQPACKET, IPPROTO_SCTP, 0, "sctp"}, {SOCK_RAW, 0, 1, "raw"},
};

struct service { int type, protocol; in_port_t port; };

int glibc_compat_musl_getaddrinfo(const char *, const char *, const struct addrinfo *, struct addrinfo **);

static int is_ascii(const char *name)
{
    for (; *name; name++)
        if (*name & 0x80) return 0;
    return 1;
}

static int port_of(const char *service, const char *protocol, unsigned long *port)
{
    struct servent entry, *found = NULL;
    char buffer[1024];
    if (getservbyname_r(service, protocol, &entry, buffer, sizeof buffer, &found) || !found)
        return 0;
    *port = ntohs((in_port_t)found->s_port);
    return 1;
}

/// What is to be given for each address. 0, EAI_SERVICE, EAI_SOCKTYPE or EAI_NONAME.
static int services_of(const char *service, const struct addrinfo *hints, struct service *found, size_t *count)
{
    int kind = hints->ai_socktype, protocol = hints->ai_protocol, chosen = kind || protocol, none = 1, is_name = 0;
    unsigned long port = 0;
    if (service) {
        char *end;
        port = strtoul(service, &end, 10);
        if (*end && hints->ai_flags & AI_NUMERICSERV)
            return EAI_NONAME;
        is_name = *end || (int)port < 0;
    }
    *count = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct kind *each = &kinds[i];
        int is_raw = each->type == SOCK_RAW;
        if ((kind && kind != each->type) || (protocol && !is_raw && protocol != each->protocol))
            continue;
        none = 0;
        if (chosen && service && is_raw)
            return EAI_SERVICE;
        if (!is_name && !chosen && !each->usual)
            continue;
        if (is_name) {
            if (is_raw || !port_of(service, each->name, &port)) {
                if (chosen)
                    break;
                continue;
            }
        }
        found[(*count)++] = (struct service){each->type, is_raw ? protocol : each->protocol, (in_port_t)port};
        if (chosen)
            break;
    }
    return *count ? 0 : none && kind ? EAI_SOCKTYPE : EAI_SERVICE;
}

/// Each address with each service, in memory of their own, the request's flags in each, the canonical name in the
/// first. NULL: no memory.
static struct addrinfo *combined(const struct addrinfo *addresses, const struct service *services, size_t count,
    int flags)
{
    struct addrinfo *first = NULL, **end = &first;
    for (; addresses; addresses = addresses->ai_next)
        for (size_t i = 0; i < count; i++) {
            struct addrinfo *entry = malloc(sizeof *entry + addresses->ai_addrlen);
            if (!entry) {
                freeaddrinfo(first);
                return NULL;
            }
            *entry = (struct addrinfo){.ai_flags = flags, .ai_family = addresses->ai_family,
                                       .ai_socktype = services[i].type, .ai_protocol = services[i].protocol,
                                       .ai_addrlen = addresses->ai_addrlen, .ai_addr = (struct sockaddr *)(entry + 1)};
            memcpy(entry->ai_addr, addresses->ai_addr, addresses->ai_addrlen);
            // The port stands at one place in both families' addresses.
            ((struct sockaddr_in *)entry->ai_addr)->sin_port = htons(services[i].port);
            *end = entry, end = &entry->ai_next;
            if (entry == first && flags & AI_CANONNAME && addresses->ai_canonname
                && !(entry->ai_canonname = strdup(addresses->ai_canonname))) {
                freeaddrinfo(first);
                return NULL;
            }
        }
    return first;
}

/// For AI_ADDRCONFIG: which families the machine has an address of, loopback's own not counted. Where that cannot be known it has both.
static void see_families(int *v4, int *v6)
{
    struct ifaddrs *all;
    // Its socket must not stay where the thread ends in a cancellation point.
    int saved = errno, cancellation;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancellation);
    *v4 = *v6 = 1;
    if (!getifaddrs(&all)) {
        *v4 = *v6 = 0;
        for (const struct ifaddrs *at = all; at; at = at->ifa_next) {
            if (at->ifa_addr && at->ifa_addr->sa_family == AF_INET)
                *v4 |= ((const struct sockaddr_in *)at->ifa_addr)->sin_addr.s_addr != htonl(INADDR_LOOPBACK);
            if (at->ifa_addr && at->ifa_addr->sa_family == AF_INET6)
                *v6 |= !IN6_IS_ADDR_LOOPBACK(&((const struct sockaddr_in6 *)at->ifa_addr)->sin6_addr);
        }
        freeifaddrs(all);
    }
    pthread_setcancelstate(cancellation, NULL);
    errno = saved;
}

/// With AI_ADDRCONFIG a family that the machine has no address of is not looked for. 0, or EAI_NONAME where only that was asked for.
static int narrow(struct addrinfo *asked)
{
    int v4, v6;
    see_families(&v4, &v6);
    if (asked->ai_family == AF_UNSPEC && v4 != v6)
        asked->ai_family = v4 ? AF_INET : AF_INET6;
    return (asked->ai_family == AF_INET && !v4) || (asked->ai_family == AF_INET6 && !v6) ? EAI_NONAME : 0;
}

/// getaddrinfo(3). A name beyond ASCII with AI_IDN is EAI_IDN_ENCODE, as on glibc without libidn2. Addresses are
/// musl's, which is asked for one kind of socket.
int getaddrinfo(const char *restrict name, const char *restrict service, const struct addrinfo *restrict hints,
    struct addrinfo **restrict result)
{
    enum { FLAGS = IDN | CANONIDN | IDN_ALLOW_UNASSIGNED | IDN_USE_STD3_ASCII_RULES };
    // Without hints: AI_V4MAPPED | AI_ADDRCONFIG, says getaddrinfo(3).
    struct addrinfo asked = {.ai_flags = AI_V4MAPPED | AI_ADDRCONFIG}, *addresses;
    struct service services[sizeof kinds / sizeof *kinds];
    size_t count;
    if (hints)
        asked = *hints;
    if (name && !strcmp(name, "*"))
        name = NULL;
    if (service && !strcmp(service, "*"))
        service = NULL;
    if (!name && !service)
        return EAI_NONAME;
    if (service && !*service)
        service = NULL;
    if ((asked.ai_flags & ~(KNOWN_FLAGS | FLAGS)) || (asked.ai_flags & AI_CANONNAME && !name))
        return EAI_BADFLAGS;
    if (asked.ai_family != AF_UNSPEC && asked.ai_family != AF_INET && asked.ai_family != AF_INET6)
        return EAI_FAMILY;
    int error = asked.ai_flags & AI_ADDRCONFIG ? narrow(&asked) : 0;
    if (!error)
        error = services_of(service, &asked, services, &count);
    if (error)
        return error;
    if (asked.ai_flags & IDN && name && !is_ascii(name))
        return IDN_ENCODE;
    struct addrinfo plain = {.ai_flags = (asked.ai_flags & ~(FLAGS | AI_ADDRCONFIG)) | AI_NUMERICSERV, .ai_family = asked.ai_family,
        .ai_socktype = SOCK_STREAM};
    if (!name)
        plain.ai_flags &= ~(AI_V4MAPPED | AI_ALL);
    char spelling[LONGEST_HOST + 1];
    const char *sought = name;
    if (name && !(asked.ai_flags & AI_NUMERICHOST) && (error = glibc_compat_before_look_up(&sought, spelling, asked.ai_family)))
        return error;
    error = glibc_compat_musl_getaddrinfo(sought, "0", &plain, &addresses);
    int other = asked.ai_family == AF_INET ? AF_INET6 : asked.ai_family == AF_INET6 ? AF_INET : AF_UNSPEC;
    if ((error == EAI_NONAME || error == EAI_NODATA) && name && glibc_compat_is_address(name, other))
        error = ADDRFAMILY;
    if (error)
        return error;
    *result = combined(addresses, services, count, asked.ai_flags);
    NEXT(freeaddrinfo)(addresses);
    return *result ? 0 : EAI_MEMORY;
}

/// freeaddrinfo(3), of a list or of a part of one.
void freeaddrinfo(struct addrinfo *list)
{
    while (list) {
        struct addrinfo *next = list->ai_next;
        free(list->ai_canonname);
        free(list);
        list = next;
    }
}
