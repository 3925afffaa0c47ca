// <rpc/auth.h>: the names of users and hosts in secure RPC, `unix.NUMBER@DOMAIN` and `unix.HOST@DOMAIN`, and what is looked up by them.
// Keys and users are found in NIS alone, which is not there, so that every look-up finds nothing. Source: secure_rpc(3).
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "xdr.h"

enum { NET_NAME = 255, DOMAIN_SIZE = 65 };

// The domain that counts, without a dot at its end; an empty one is none.
static int domain_of(const char *given, char *domain, size_t size)
{
    if (given) {
        if (strlen(given) >= size)
            return 0;
        strcpy(domain, given);
    } else if (getdomainname(domain, size) < 0) {
        return 0;
    }
    return 1;
}

static void without_dot(char *name)
{
    size_t length = strlen(name);
    if (length && name[length - 1] == '.')
        name[length - 1] = '\0';
}

RPC(user2netname) int glibc_compat_user2netname(char *name, uid_t user, const char *given)
{
    char domain[256];
    name[0] = '\0';
    if (!domain_of(given, domain, given ? sizeof domain : DOMAIN_SIZE) || strlen(domain) + 18 > NET_NAME)
        return 0;
    sprintf(name, "unix.%d@%s", (int)user, domain);
    without_dot(name);
    return 1;
}

RPC(host2netname) int glibc_compat_host2netname(char *name, const char *given_host, const char *given)
{
    char host[DOMAIN_SIZE] = "", domain[DOMAIN_SIZE] = "";      // longer ones are cut
    name[0] = '\0';
    if (given_host)
        strncpy(host, given_host, sizeof host - 1);
    else
        gethostname(host, sizeof host - 1);
    char *dot = strchr(host, '.');
    if (given) {
        strncpy(domain, given, sizeof domain - 1);
    } else if (dot) {
        strcpy(domain, dot + 1);
    } else {
        getdomainname(domain, DOMAIN_SIZE);
    }
    if (dot)
        *dot = '\0';
    if (!domain[0])
        return 0;
    without_dot(domain);
    if (strlen(domain) + strlen(host) + 7 > NET_NAME)
        return 0;
    sprintf(name, "unix.%s@%s", host, domain);
    return 1;
}

/// The name of the process's own user, or for root of the host.
RPC(getnetname) int glibc_compat_getnetname(char *name)
{
    uid_t user = geteuid();
    return user == 0 ? glibc_compat_host2netname(name, NULL, NULL) : glibc_compat_user2netname(name, user, NULL);
}

/// The host of a name, cut to what there is room for; 0 where the name is no host's.
RPC(netname2host) int glibc_compat_netname2host(const char *name, char *host, int size)
{
    const char *start = strchr(name, '.'), *end = start ? strchr(start, '@') : NULL;
    if (!end || size <= 0)
        return 0;
    size_t length = (size_t)(end - start - 1);
    if (length >= (size_t)size)
        length = (size_t)size - 1;
    memcpy(host, start + 1, length);
    host[length] = '\0';
    return 1;
}

RPC(netname2user) int glibc_compat_netname2user(const char *name, uid_t *user, gid_t *group, int *count, gid_t *groups)
{
    return (void)name, (void)user, (void)group, (void)count, (void)groups, 0;
}
RPC(getpublickey) int glibc_compat_getpublickey(const char *name, char *key) { return (void)name, (void)key, 0; }
RPC(getsecretkey) int glibc_compat_getsecretkey(const char *name, char *key, const char *password) { return (void)name, (void)key, (void)password, 0; }
