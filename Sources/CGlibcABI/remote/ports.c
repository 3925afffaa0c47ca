// <netdb.h>, <rpc/rpc.h>: sockets at reserved ports. Source: rcmd(3), bindresvport(3).
#include "remote.h"
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// A stream socket at a reserved port, from *port downwards. -1: EAFNOSUPPORT, or EAGAIN where none is free.
int rresvport_af(int *port, sa_family_t family)
{
    struct sockaddr_storage address = {.ss_family = family};
    socklen_t size = family == AF_INET ? sizeof(struct sockaddr_in) : family == AF_INET6 ? sizeof(struct sockaddr_in6) : 0;
    if (!size) {
        errno = EAFNOSUPPORT;
        return -1;
    }
    int fd = socket(family, SOCK_STREAM, 0);
    if (fd < 0) return -1;
    if (*port < FIRST_RESERVED) *port = FIRST_RESERVED;
    else if (*port > LAST_RESERVED) *port = LAST_RESERVED;
    int start = *port;
    do {
        *glibc_compat_port(&address) = htons((uint16_t)*port);
        if (!bind(fd, (struct sockaddr *)&address, size)) return fd;
        if (errno != EADDRINUSE) {
            int error = errno;
            close(fd);
            errno = error;
            return -1;
        }
        if ((*port)-- == FIRST_RESERVED) *port = LAST_RESERVED;
    } while (*port != start);
    close(fd);
    errno = EAGAIN;
    return -1;
}

int rresvport(int *port) { return rresvport_af(port, AF_INET); }

/// Binds a socket to a free port from 600 to 1023. -1: EPFNOSUPPORT for an address that is not IPv4's, EADDRINUSE where none is free.
int bindresvport(int fd, struct sockaddr_in *address)
{
    static _Atomic int next;
    struct sockaddr_in own = {.sin_family = AF_INET};
    enum { FIRST = 600, COUNT = LAST_RESERVED - FIRST + 1 };
    if (!address) {
        address = &own;
    } else if (address->sin_family != AF_INET) {
        errno = EAFNOSUPPORT;
        return -1;
    }
    if (!next) next = getpid() % COUNT + 1;
    for (int tries = 0; tries < COUNT; tries++) {
        address->sin_port = htons((uint16_t)(FIRST + next++ % COUNT));
        if (!bind(fd, (struct sockaddr *)address, sizeof *address)) return 0;
        if (errno != EADDRINUSE) return -1;
    }
    errno = EADDRINUSE;
    return -1;
}

int glibc_compat_send_all(int fd, const char *bytes, size_t count)
{
    while (count) {
        ssize_t done = send(fd, bytes, count, MSG_NOSIGNAL);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return -1;
        bytes += done, count -= (size_t)done;
    }
    return 0;
}

int glibc_compat_take_answer(int fd, const char *who, const char *host)
{
    char byte;
    errno = 0;
    if (read(fd, &byte, 1) != 1) {
        if (!who) perror(host);
        else if (errno) fprintf(stderr, "%s: %s: %s\n", who, host, strerror(errno));
        else fprintf(stderr, "%s: %s: short read", who, host);
        return -1;
    }
    if (!byte) return 0;
    while (read(fd, &byte, 1) == 1) {
        fputc(byte, stderr);
        if (byte == '\n') break;
    }
    return -1;
}

struct addrinfo *glibc_compat_remote_host(const char *who, char **host, int port, sa_family_t family)
{
    static char *canonical;
    char service[8];
    struct addrinfo hints = {.ai_flags = AI_CANONNAME, .ai_family = family, .ai_socktype = SOCK_STREAM}, *found;
    snprintf(service, sizeof service, "%d", ntohs((uint16_t)port));
    int error = getaddrinfo(*host, service, &hints, &found);
    if (error) {
        if (who && error == EAI_NONAME && *host) fprintf(stderr, "%s: Unknown host\n", *host);
        else if (who) fprintf(stderr, "%s: getaddrinfo: %s\n", who, gai_strerror(error));
        return NULL;
    }
    if (found->ai_canonname) {
        char *copy = strdup(found->ai_canonname);
        if (copy) {
            free(canonical);
            *host = canonical = copy;
        }
    }
    return found;
}
