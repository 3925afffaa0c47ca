// <netdb.h>: what glibc decides about a name before it asks DNS, and musl does not: names are compared without regard to case, what cannot be
// a host's name is none, and a DNS that cannot be asked is not waited for.
#include "look-up.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>

int res_hnok(const char *);
int glibc_compat_dns_can_be_asked(void);
/// 1 and the table's spelling where /etc/hosts may have the name.
int glibc_compat_host_in_table(const char *name, char *spelling, size_t room);

int glibc_compat_is_address(const char *name, int family)
{
    char text[INET6_ADDRSTRLEN];
    unsigned char bytes[16];
    struct in_addr four;
    if (family == AF_INET)
        return inet_aton(name, &four);
    size_t length = strcspn(name, "%");
    if (family != AF_INET6 || length >= sizeof text)
        return 0;
    memcpy(text, name, length);
    text[length] = '\0';
    return inet_pton(AF_INET6, text, bytes) == 1;
}

// Digits and dots that are no address.
static int is_broken_address(const char *name)
{
    size_t length = strspn(name, "0123456789.");
    return !name[length] && length && *name != '.' && name[length - 1] != '.';
}

static int decide(const char **name, char *spelling, int family)
{
    if (glibc_compat_is_address(*name, AF_INET) || glibc_compat_is_address(*name, AF_INET6))
        return 0;
    if (glibc_compat_host_in_table(*name, spelling, LONGEST_HOST + 1)) {
        *name = spelling;
        return 0;
    }
    if (!res_hnok(*name) || (family == AF_INET && is_broken_address(*name)))
        return EAI_NONAME;
    return glibc_compat_dns_can_be_asked() ? 0 : EAI_AGAIN;
}

int glibc_compat_before_look_up(const char **name, char *spelling, int family)
{
    // Opening and sending are cancellation points: a thread that ended there would keep files and memory. musl's look-up is one as well.
    int saved = errno, cancellation;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancellation);
    int result = decide(name, spelling, family);
    pthread_setcancelstate(cancellation, NULL);
    errno = saved;
    return result;
}
