// <netdb.h>: whether DNS can be asked at all. musl's resolver sends from a socket that is not connected, so it does not learn that a server's
// network is not there or that nobody listens, and waits for seconds where glibc's tells at once.
#include "../resolver/resolver.h"
#include <errno.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

static int is_of_this_host(const struct sockaddr *server)
{
    if (server->sa_family == AF_INET) {
        in_addr_t address = ntohl(((const struct sockaddr_in *)server)->sin_addr.s_addr);
        return address >> 24 == 127 || address == 0;
    }
    const struct in6_addr *six = &((const struct sockaddr_in6 *)server)->sin6_addr;
    return IN6_IS_ADDR_LOOPBACK(six) || IN6_IS_ADDR_UNSPECIFIED(six);
}

// An error comes back at once from this host alone, so no other is sent anything. A header without a question gets no server to work.
static int refuses(int file)
{
    static const unsigned char header[12];
    struct pollfd wait = { .fd = file };
    if (send(file, header, sizeof header, MSG_NOSIGNAL) < 0)
        return errno == ECONNREFUSED;
    if (poll(&wait, 1, 0) <= 0 || !(wait.revents & POLLERR))
        return 0;
    int error = 0;
    socklen_t size = sizeof error;
    return getsockopt(file, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == ECONNREFUSED;
}

// A state has no room for the interface of a link's own address, without which it cannot be connected to.
static int is_of_link(const struct sockaddr *server)
{
    return server->sa_family == AF_INET6 && IN6_IS_ADDR_LINKLOCAL(&((const struct sockaddr_in6 *)server)->sin6_addr);
}

static int can_be_asked(const struct sockaddr *server, socklen_t size)
{
    if (is_of_link(server))
        return 1;
    int file = socket(server->sa_family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (file < 0)
        return errno != EAFNOSUPPORT;       // for want of anything else musl fails too, in its own words
    int can = connect(file, server, size) == 0 && !(is_of_this_host(server) && refuses(file));
    close(file);
    return can;
}

/// Whether one of the servers of /etc/resolv.conf may answer: 0 where the kernel says of each that it cannot be reached.
int glibc_compat_dns_can_be_asked(void)
{
    struct __res_state state;
    if (res_ninit(&state) < 0)
        return 1;
    int can = 0;
    for (int i = 0; i < state.nscount && i < MAXNS && !can; i++) {
        const struct sockaddr_in *four = &state.nsaddr_list[i];
        const struct sockaddr_in6 *six = state._u._ext.nsaddrs[i];
        if (four->sin_family == AF_INET)
            can = can_be_asked((const struct sockaddr *)four, sizeof *four);
        else if (six)
            can = can_be_asked((const struct sockaddr *)six, sizeof *six);
    }
    res_nclose(&state);
    return can;
}
