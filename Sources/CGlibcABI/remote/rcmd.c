// <netdb.h>: rcmd, the client of the remote shell. Source: rcmd(3), rshd(8).
#include "remote.h"
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/// A connection from a reserved port to one of a host's addresses. The port below the one used goes to `port`.
static int connect_any(const struct addrinfo *first, const char *host, int *port)
{
    *port = LAST_RESERVED;
    for (int pause = 1; ; pause *= 2) {
        int refused = 0;
        for (const struct addrinfo *at = first; at; at = at->ai_next) {
            int fd = rresvport_af(port, (sa_family_t)at->ai_family);
            if (fd < 0) {
                if (errno == EAGAIN) fprintf(stderr, "rcmd: socket: All ports in use\n");
                else fprintf(stderr, "rcmd: socket: %s\n", strerror(errno));
                return -1;
            }
            fcntl(fd, F_SETOWN, getpid());
            if (!connect(fd, at->ai_addr, at->ai_addrlen)) {
                --*port;
                return fd;
            }
            int error = errno;
            close(fd);
            if (error == EADDRINUSE) {
                --*port;
                refused = 1, pause = 1;
                continue;
            }
            refused |= error == ECONNREFUSED;
            errno = error;
            if (at->ai_next) {
                char text[INET6_ADDRSTRLEN + 20];
                getnameinfo(at->ai_addr, at->ai_addrlen, text, sizeof text, NULL, 0, NI_NUMERICHOST);
                fprintf(stderr, "connect to address %s: %s\n", text, strerror(error));
                getnameinfo(at->ai_next->ai_addr, at->ai_next->ai_addrlen, text, sizeof text, NULL, 0, NI_NUMERICHOST);
                fprintf(stderr, "Trying %s...\n", text);
            }
        }
        if (!refused || pause > 16) {
            fprintf(stderr, "%s: %s\n", host, strerror(errno));
            return -1;
        }
        sleep((unsigned)pause);
    }
}

/// The server's second connection, for the command's errors and for signals.
static int second_connection(int fd, int *port, sa_family_t family)
{
    int listener = rresvport_af(port, family), result = -1;
    if (listener < 0) return -1;
    char number[12];
    listen(listener, 1);
    int length = snprintf(number, sizeof number, "%d", *port);
    struct pollfd both[2] = {{.fd = fd, .events = POLLIN}, {.fd = listener, .events = POLLIN}};
    if (glibc_compat_send_all(fd, number, (size_t)length + 1)) {
        fprintf(stderr, "rcmd: write (setting up stderr): %s\n", strerror(errno));
    } else if (poll(both, 2, -1) < 1 || !(both[1].revents & POLLIN)) {
        fprintf(stderr, "poll: protocol failure in circuit setup\n");
    } else {
        struct sockaddr_storage from;
        socklen_t size = sizeof from;
        result = accept(listener, (struct sockaddr *)&from, &size);
        int from_port = result < 0 ? 0 : ntohs(*glibc_compat_port(&from));
        if (result < 0) {
            fprintf(stderr, "rcmd: accept: %s\n", strerror(errno));
        } else if (from_port >= 1024 || from_port < FIRST_RESERVED) {
            fprintf(stderr, "socket: protocol failure in circuit setup\n");
            close(result);
            result = -1;
        }
    }
    close(listener);
    return result;
}

/// Runs a command on another machine by its remote shell's server: a descriptor of its input and output, in *errors one of its errors.
/// *host becomes the canonical name. -1 with a message on standard error.
int rcmd_af(char **restrict host, unsigned short remote_port, const char *restrict local_user, const char *restrict remote_user,
            const char *restrict command, int *restrict errors, sa_family_t family)
{
    sigset_t urgent, old;
    int port, second = -1;
    if (family != AF_INET && family != AF_INET6 && family != AF_UNSPEC) {
        errno = EAFNOSUPPORT;
        return -1;
    }
    struct addrinfo *found = glibc_compat_remote_host("rcmd", host, remote_port, family);
    if (!found) return -1;
    sigemptyset(&urgent), sigaddset(&urgent, SIGURG);
    pthread_sigmask(SIG_BLOCK, &urgent, &old);
    int fd = connect_any(found, *host, &port);
    sa_family_t used = fd < 0 ? AF_UNSPEC : (sa_family_t)found->ai_family;
    freeaddrinfo(found);
    int good = fd >= 0;
    if (good && !errors) good = !glibc_compat_send_all(fd, "", 1);
    else if (good) good = (second = second_connection(fd, &port, used)) >= 0;
    good = good && !glibc_compat_send_all(fd, local_user, strlen(local_user) + 1) && !glibc_compat_send_all(fd, remote_user, strlen(remote_user) + 1) &&
           !glibc_compat_send_all(fd, command, strlen(command) + 1) && !glibc_compat_take_answer(fd, "rcmd", *host);
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    if (good) {
        if (errors) *errors = second;
        return fd;
    }
    if (second >= 0) close(second);
    if (fd >= 0) close(fd);
    return -1;
}

int rcmd(char **restrict host, unsigned short port, const char *restrict local_user, const char *restrict remote_user,
         const char *restrict command, int *restrict errors)
{
    return rcmd_af(host, port, local_user, remote_user, command, errors, AF_INET);
}
