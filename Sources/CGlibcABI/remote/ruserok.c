// <netdb.h>: who may enter without a password, by /etc/hosts.equiv and .rhosts. Source: rcmd(3), hosts.equiv(5), glibc's <netdb.h>.
#include "remote.h"
#include <ctype.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/// Whether .rhosts are looked at, and why the last one was refused: the servers' own switches.
int __check_rhosts_file = 1;
char *__rcmd_errstr;

/// One address as a file's host: 1 allowed, -1 forbidden, 0 another.
static int match_host(const struct sockaddr *address, socklen_t size, const char *host)
{
    int sign = 1;
    if (host[0] == '+' && !host[1]) return 1;
    // Network groups are empty here.
    if (host[0] == '+' && host[1] == '@') return 0;
    if (host[0] == '-') {
        if (host[1] == '@') return 0;
        sign = -1, host++;
    }
    struct addrinfo hints = {.ai_family = address->sa_family}, *found;
    if (getaddrinfo(host, NULL, &hints, &found)) return 0;
    int same = 0;
    for (struct addrinfo *at = found; at && !same; at = at->ai_next) {
        if (at->ai_addrlen != size || at->ai_family != address->sa_family) continue;
        if (address->sa_family == AF_INET)
            same = ((const struct sockaddr_in *)address)->sin_addr.s_addr == ((struct sockaddr_in *)at->ai_addr)->sin_addr.s_addr;
        else if (address->sa_family == AF_INET6)
            same = !memcmp(&((const struct sockaddr_in6 *)address)->sin6_addr, &((struct sockaddr_in6 *)at->ai_addr)->sin6_addr, 16);
    }
    freeaddrinfo(found);
    return same ? sign : 0;
}

static int match_user(const char *remote, const char *pattern)
{
    if (pattern[0] == '+' && !pattern[1]) return 1;
    if (pattern[0] == '+' && pattern[1] == '@') return 0;
    if (pattern[0] == '-') return strcmp(pattern + 1, remote) ? 0 : -1;
    return !strcmp(pattern, remote);
}

/// 0 where a file lets the user in, else -1. The first line that says anything about both decides.
static int look(FILE *file, const struct sockaddr *address, socklen_t size, const char *local, const char *remote)
{
    char *line = NULL;
    size_t room = 0;
    int result = -1;
    while (getline(&line, &room, file) > 0) {
        char *at = line, *host, *user;
        line[strcspn(line, "\n")] = 0;
        if (!*at || *at == '#') continue;
        host = at;
        while (*at && !isspace((unsigned char)*at)) at++;
        if (*at) *at++ = 0;
        while (isspace((unsigned char)*at)) at++;
        user = at;
        while (*at && !isspace((unsigned char)*at)) at++;
        *at = 0;
        int allowed = match_host(address, size, host);
        if (allowed < 0) break;
        if (!allowed) continue;
        // Without a user of its own a line means the one of the same name.
        allowed = match_user(remote, *user ? user : local);
        if (allowed > 0) result = 0;
        if (allowed) break;
    }
    free(line);
    return result;
}

/// Opens a file that must be a plain one of `owner` or root, which nobody else can write.
static FILE *open_safely(const char *path, uid_t owner)
{
    struct stat status;
    char *problem = NULL;
    FILE *file = NULL;
    if (lstat(path, &status)) problem = "lstat failed";
    else if (!S_ISREG(status.st_mode)) problem = "not regular file";
    else if (!(file = fopen(path, "re"))) problem = "cannot open";
    else if (fstat(fileno(file), &status)) problem = "cannot fstat";
    else if (status.st_uid && status.st_uid != owner) problem = "bad owner";
    else if (status.st_mode & (S_IWGRP | S_IWOTH)) problem = "writeable by other than owner";
    else if (status.st_nlink > 1) problem = "hard linked somewhere";
    if (!problem) return file;
    __rcmd_errstr = problem;
    if (file) fclose(file);
    return NULL;
}

static int may_enter(const struct sockaddr *address, socklen_t size, int superuser, const char *remote, const char *local)
{
    int result = -1;
    FILE *file = superuser ? NULL : open_safely("/etc/hosts.equiv", 0);
    if (file) {
        result = look(file, address, size, local, remote);
        fclose(file);
        if (!result) return 0;
    }
    if (!__check_rhosts_file && !superuser) return -1;
    struct passwd entry, *found;
    char buffer[4096], path[4200];
    if (getpwnam_r(local, &entry, buffer, sizeof buffer, &found) || !found) return -1;
    snprintf(path, sizeof path, "%s/.rhosts", entry.pw_dir);
    // Read as the user, who may be on a file system where root is nobody.
    uid_t self = geteuid();
    if (seteuid(entry.pw_uid)) return -1;
    file = open_safely(path, entry.pw_uid);
    if (file) {
        result = look(file, address, size, local, remote);
        fclose(file);
    }
    if (seteuid(self)) abort();
    return result;
}

/// Whether `remote` of an address may enter as `local`: 0 or -1. A superuser needs the .rhosts.
int iruserok_af(const void *address, int superuser, const char *remote, const char *local, sa_family_t family)
{
    struct sockaddr_in six_or_four = {.sin_family = AF_INET};
    struct sockaddr_in6 six = {.sin6_family = AF_INET6};
    if (family == AF_INET) {
        memcpy(&six_or_four.sin_addr, address, 4);
        return may_enter((struct sockaddr *)&six_or_four, sizeof six_or_four, superuser, remote, local);
    }
    if (family != AF_INET6) return 0;
    memcpy(&six.sin6_addr, address, 16);
    return may_enter((struct sockaddr *)&six, sizeof six, superuser, remote, local);
}

int iruserok(uint32_t address, int superuser, const char *remote, const char *local)
{
    return iruserok_af(&address, superuser, remote, local, AF_INET);
}

/// The same by the name of the host.
int ruserok_af(const char *host, int superuser, const char *remote, const char *local, sa_family_t family)
{
    struct addrinfo hints = {.ai_family = family}, *found;
    int result = -1;
    if (getaddrinfo(host, NULL, &hints, &found)) return -1;
    for (struct addrinfo *at = found; at && result; at = at->ai_next)
        result = may_enter(at->ai_addr, at->ai_addrlen, superuser, remote, local);
    freeaddrinfo(found);
    return result;
}

int ruserok(const char *host, int superuser, const char *remote, const char *local)
{
    return ruserok_af(host, superuser, remote, local, AF_INET);
}

/// An open hosts.equiv or .rhosts, asked about one IPv4 address: 0 or -1.
int __ivaliduser(FILE *file, uint32_t address, const char *local, const char *remote)
{
    struct sockaddr_in one = {.sin_family = AF_INET, .sin_addr.s_addr = address};
    return look(file, (struct sockaddr *)&one, sizeof one, local, remote);
}
