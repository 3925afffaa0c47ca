// <netdb.h>: getnameinfo by glibc's rules: names from gethostbyaddr, sockets of the local family too, and a failure of DNS told as one.
#include <arpa/inet.h>
#include <errno.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/utsname.h>
#include <unistd.h>

enum {
    IDN_FLAGS = 32 | 64 | 128,
    KNOWN_FLAGS = NI_NUMERICHOST | NI_NUMERICSERV | NI_NOFQDN | NI_NAMEREQD | NI_DGRAM | IDN_FLAGS,
    INTERNAL_ERROR = -1, MOST = 1 << 20,
};

static int put(char *to, size_t room, const char *text)
{
    size_t size = strlen(text) + 1;
    if (size > room)
        return EAI_OVERFLOW;
    memcpy(to, text, size);
    return 0;
}

static int put_domain(char *to, size_t room, const char *name)
{
    const char *dot = strchr(name, '.');
    return dot && put(to, room, dot + 1) == 0;
}

// The domain of this host: that of localhost's full name, or of the host's own.
static int own_domain(char *to, size_t room)
{
    struct hostent entry, *found = NULL;
    char buffer[2048], host[256] = "";
    int error;
    if (gethostbyname_r("localhost", &entry, buffer, sizeof buffer, &found, &error) == 0 && found && put_domain(to, room, found->h_name))
        return 1;
    if (gethostname(host, sizeof host - 1) != 0)
        return 0;
    if (put_domain(to, room, host))
        return 1;
    return gethostbyname_r(host, &entry, buffer, sizeof buffer, &found, &error) == 0 && found && put_domain(to, room, found->h_name);
}

static void cut_own_domain(char *name)
{
    char domain[256];
    char *dot = strchr(name, '.');
    if (dot && own_domain(domain, sizeof domain) && !strcasecmp(dot + 1, domain))
        *dot = '\0';
}

// 0 and the name in `to`, EAI_NONAME where there is none, or what went wrong.
static int name_of(const void *address, socklen_t size, int family, int flags, char *to, size_t room)
{
    char small[1024], *buffer = small;
    size_t capacity = sizeof small;
    struct hostent entry, *found = NULL;
    int error = 0, code;
    while ((code = gethostbyaddr_r(address, size, family, &entry, buffer, capacity, &found, &error)) == ERANGE && capacity < MOST) {
        if (buffer != small)
            free(buffer);
        capacity *= 4;
        if (!(buffer = malloc(capacity)))
            return EAI_MEMORY;
    }
    int result;
    if (found) {
        if (flags & NI_NOFQDN)
            cut_own_domain(found->h_name);
        result = put(to, room, found->h_name);
    } else
        result = error == INTERNAL_ERROR ? EAI_SYSTEM : error == TRY_AGAIN ? EAI_AGAIN : EAI_NONAME;
    if (result == EAI_SYSTEM)
        errno = code;
    if (buffer != small)
        free(buffer);
    return result;
}

static int is_of_link(const struct in6_addr *address)
{
    return IN6_IS_ADDR_LINKLOCAL(address) || IN6_IS_ADDR_MC_LINKLOCAL(address);
}

static int put_number(const struct sockaddr *address, char *to, size_t room)
{
    char text[INET6_ADDRSTRLEN + 1 + IF_NAMESIZE + 10];
    if (address->sa_family == AF_INET) {
        inet_ntop(AF_INET, &((const struct sockaddr_in *)address)->sin_addr, text, sizeof text);
        return put(to, room, text);
    }
    const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)address;
    inet_ntop(AF_INET6, &six->sin6_addr, text, sizeof text);
    unsigned scope = six->sin6_scope_id;
    if (scope) {
        char interface[IF_NAMESIZE] = "";
        size_t at = strlen(text);
        if (is_of_link(&six->sin6_addr) && if_indextoname(scope, interface))
            snprintf(text + at, sizeof text - at, "%%%s", interface);
        else
            snprintf(text + at, sizeof text - at, "%%%u", scope);
    }
    return put(to, room, text);
}

static int put_host(const struct sockaddr *address, char *to, size_t room, int flags)
{
    if (!(flags & NI_NUMERICHOST)) {
        if (address->sa_family == AF_UNIX) {
            struct utsname names;
            return uname(&names) == 0 ? put(to, room, names.nodename) : EAI_SYSTEM;
        }
        const void *bytes = &((const struct sockaddr_in *)address)->sin_addr;
        if (address->sa_family == AF_INET6)
            bytes = &((const struct sockaddr_in6 *)address)->sin6_addr;
        int error = name_of(bytes, address->sa_family == AF_INET ? 4 : 16, address->sa_family, flags, to, room);
        if (error != EAI_NONAME)
            return error;
    }
    if (flags & NI_NAMEREQD)
        return EAI_NONAME;
    return address->sa_family == AF_UNIX ? put(to, room, "localhost") : put_number(address, to, room);
}

static int put_service(const struct sockaddr *address, socklen_t size, char *to, size_t room, int flags)
{
    if (address->sa_family == AF_UNIX) {
        // The path need not end within the address.
        const char *path = (const char *)address + offsetof(struct sockaddr_un, sun_path);
        size_t length = strnlen(path, size - offsetof(struct sockaddr_un, sun_path));
        if (length + 1 > room)
            return EAI_OVERFLOW;
        memcpy(to, path, length);
        to[length] = '\0';
        return 0;
    }
    // The port stands at one place in both families' addresses.
    in_port_t port = ((const struct sockaddr_in *)address)->sin_port;
    struct servent entry, *found = NULL;
    char buffer[2048];
    if (!(flags & NI_NUMERICSERV)
        && getservbyport_r(port, flags & NI_DGRAM ? "udp" : "tcp", &entry, buffer, sizeof buffer, &found) == 0 && found)
        return put(to, room, found->s_name);
    int length = snprintf(to, room, "%d", ntohs(port));
    return length < 0 || (size_t)length >= room ? EAI_OVERFLOW : 0;
}

/// A socket's address as texts. Names stay in the form in which they are, whatever the flags for internationalized ones say.
/// EAI_AGAIN where no DNS server answers, EAI_NONAME, EAI_OVERFLOW, EAI_FAMILY, EAI_BADFLAGS, EAI_SYSTEM. Source: getnameinfo(3).
int getnameinfo(const struct sockaddr *restrict address, socklen_t size, char *restrict name, socklen_t name_room,
                char *restrict service, socklen_t service_room, int flags)
{
    if (flags & ~KNOWN_FLAGS)
        return EAI_BADFLAGS;
    if (!address || size < sizeof address->sa_family)
        return EAI_FAMILY;
    if (flags & NI_NAMEREQD && !name && !service)
        return EAI_NONAME;
    switch (address->sa_family) {
    case AF_UNIX:
        break;
    case AF_INET:
        if (size < sizeof(struct sockaddr_in))
            return EAI_FAMILY;
        break;
    case AF_INET6:
        if (size < sizeof(struct sockaddr_in6))
            return EAI_FAMILY;
        break;
    default:
        return EAI_FAMILY;
    }
    int saved = errno, error = 0;
    if (name && name_room > 0)
        error = put_host(address, name, name_room, flags);
    if (!error && service && service_room > 0)
        error = put_service(address, size, service, service_room, flags);
    if (error != EAI_SYSTEM)
        errno = saved;
    return error;
}
