// What the remote shell's client functions share.
#pragma once
#include <netdb.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

enum { FIRST_RESERVED = 512, LAST_RESERVED = 1023 };

int rresvport_af(int *port, sa_family_t family);
int ruserpass(const char *host, const char **name, const char **password);

static inline uint16_t *glibc_compat_port(struct sockaddr_storage *address)
{
    // In IPv4's and IPv6's addresses the port is at the same place.
    return (uint16_t *)((char *)address + 2);
}

/// Writes everything, or fails with -1.
int glibc_compat_send_all(int fd, const char *bytes, size_t count);
/// Takes the server's one byte; where it is not 0, its message goes to standard error. `who` NULL: messages begin with the host. 0 or -1.
int glibc_compat_take_answer(int fd, const char *who, const char *host);
/// The addresses of a host, and its canonical name in memory that stays until the next call. NULL, with a message if `who` is not NULL.
struct addrinfo *glibc_compat_remote_host(const char *who, char **host, int port, sa_family_t family);
