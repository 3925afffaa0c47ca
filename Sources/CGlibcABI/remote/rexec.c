// <netdb.h>: rexec, the client of the remote execution server, and the passwords in .netrc. Source: rexec(3), netrc(5).
#include "remote.h"
#include <ctype.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/// The next word of a .netrc, quoted or not; 0 at the end.
static int word(FILE *file, char *to, size_t room)
{
    int c;
    size_t used = 0;
    while ((c = getc(file)) == ' ' || c == '\t' || c == '\n' || c == ',')
        ;
    if (c == EOF) return 0;
    int quoted = c == '"';
    if (quoted) c = getc(file);
    for (; c != EOF && (quoted ? c != '"' : c != ' ' && c != '\t' && c != '\n' && c != ','); c = getc(file)) {
        if (c == '\\' && (c = getc(file)) == EOF) break;
        if (used + 1 < room) to[used++] = (char)c;
    }
    to[used] = 0;
    return 1;
}

static int is_machine(const char *host, const char *name)
{
    char own[256];
    if (!strcasecmp(host, name)) return 1;
    // A name without this machine's domain.
    if (gethostname(own, sizeof own)) return 0;
    own[sizeof own - 1] = 0;
    const char *domain = strchr(own, '.'), *rest = strchr(host, '.');
    return domain && rest && !strcasecmp(domain, rest) && !strncasecmp(host, name, (size_t)(rest - host)) && !name[rest - host];
}

/// Completes *name and *password, which may be NULL, for a host from ~/.netrc. 0, or -1 where others can read a password there.
int ruserpass(const char *host, const char **name, const char **password)
{
    const char *home = getenv("HOME");
    char path[4096], text[1024];
    if (!home || snprintf(path, sizeof path, "%s/.netrc", home) >= (int)sizeof path) return 0;
    FILE *file = fopen(path, "re");
    if (!file) {
        if (errno != ENOENT) fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return 0;
    }
    int result = 0, ours = 0, done = 0;
    while (!result && !done && word(file, text, sizeof text)) {
        if (!strcmp(text, "default")) {
            ours = 1;
        } else if (!strcmp(text, "machine")) {
            if (ours) break;
            ours = word(file, text, sizeof text) && is_machine(host, text);
        } else if (!strcmp(text, "login")) {
            if (!word(file, text, sizeof text) || !ours) continue;
            // Another user's entry is none of ours.
            if (!*name) *name = strdup(text);
            else if (strcmp(*name, text)) ours = 0;
        } else if (!strcmp(text, "password")) {
            struct stat status;
            if (!word(file, text, sizeof text) || !ours) continue;
            if ((!*name || strcmp(*name, "anonymous")) && !fstat(fileno(file), &status) && status.st_mode & 077) {
                warnx("Error: .netrc file is readable by others.");
                warnx("Remove 'password' line or make file unreadable by others.");
                result = -1;
            } else if (!*password) {
                *password = strdup(text);
            }
        } else if (!strcmp(text, "account")) {
            word(file, text, sizeof text);
        } else if (!strcmp(text, "macdef")) {
            break;
        }
    }
    fclose(file);
    return result;
}

static int listen_anywhere(sa_family_t family, int *port)
{
    int fd = socket(family, SOCK_STREAM, 0);
    struct sockaddr_storage own;
    socklen_t size = sizeof own;
    if (fd < 0) return -1;
    if (listen(fd, 1) || getsockname(fd, (struct sockaddr *)&own, &size)) {
        close(fd);
        return -1;
    }
    *port = ntohs(*glibc_compat_port(&own));
    return fd;
}

/// Runs a command on another machine as a user with a password: a descriptor of its input and output, in *errors one of its errors.
/// -1 with a message on standard error.
int rexec_af(char **restrict host, int remote_port, const char *restrict name, const char *restrict password, const char *restrict command,
             int *restrict errors, sa_family_t family)
{
    struct addrinfo *found = glibc_compat_remote_host(NULL, host, remote_port, family);
    if (!found) return -1;
    const char *user = name, *secret = password;
    ruserpass(*host, &user, &secret);
    int fd = -1, second = -1, good = 0;
    for (int pause = 1; ; pause *= 2) {
        fd = socket(found->ai_family, SOCK_STREAM, 0);
        if (fd >= 0 && !connect(fd, found->ai_addr, found->ai_addrlen)) {
            good = 1;
            break;
        }
        int error = errno;
        if (fd >= 0) close(fd);
        fd = -1;
        if (error != ECONNREFUSED || pause > 16) {
            fprintf(stderr, "%s: %s\n", *host, strerror(error));
            break;
        }
        sleep((unsigned)pause);
    }
    if (good && !errors) {
        good = !glibc_compat_send_all(fd, "", 1);
    } else if (good) {
        char number[12];
        int port, listener = listen_anywhere((sa_family_t)found->ai_family, &port);
        int length = listener < 0 ? 0 : snprintf(number, sizeof number, "%d", port);
        good = listener >= 0 && !glibc_compat_send_all(fd, number, (size_t)length + 1) && (second = accept(listener, NULL, NULL)) >= 0;
        if (!good) fprintf(stderr, "rexec: %s\n", strerror(errno));
        if (listener >= 0) close(listener);
    }
    freeaddrinfo(found);
    good = good && !glibc_compat_send_all(fd, user ? user : "", strlen(user ? user : "") + 1) &&
           !glibc_compat_send_all(fd, secret ? secret : "", strlen(secret ? secret : "") + 1) && !glibc_compat_send_all(fd, command, strlen(command) + 1) &&
           !glibc_compat_take_answer(fd, NULL, *host);
    if (user != name) free((char *)user);
    if (secret != password) free((char *)secret);
    if (good) {
        if (errors) *errors = second;
        return fd;
    }
    if (second >= 0) close(second);
    if (fd >= 0) close(fd);
    return -1;
}

int rexec(char **restrict host, int port, const char *restrict name, const char *restrict password, const char *restrict command, int *restrict errors)
{
    return rexec_af(host, port, name, password, command, errors, AF_INET);
}
