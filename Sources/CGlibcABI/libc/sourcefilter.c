// <netinet/in.h>: multicast source filters, by group_filter or by IPv4 addresses. Source: RFC 3678.
//
// In C for the structures that end in an array of any length.
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

// An address of another family is taken for the one that has its size, and the kernel refuses it.
static int level_of(const struct sockaddr *group, socklen_t size)
{
    if (group->sa_family == AF_INET) return IPPROTO_IP;
    if (group->sa_family == AF_INET6) return IPPROTO_IPV6;
    if (size == sizeof(struct sockaddr_in)) return IPPROTO_IP;
    if (size == sizeof(struct sockaddr_in6)) return IPPROTO_IPV6;
    errno = EINVAL;
    return -1;
}

int getsourcefilter(int socket, uint32_t interface, const struct sockaddr *group, socklen_t group_size, uint32_t *mode,
                    uint32_t *count, struct sockaddr_storage *sources)
{
    int level = level_of(group, group_size);
    socklen_t size = GROUP_FILTER_SIZE(*count);
    struct group_filter *filter = level < 0 || group_size > sizeof filter->gf_group || *count > 65536 ? NULL : calloc(1, size);
    if (!filter)
        return -1;
    filter->gf_interface = interface;
    memcpy(&filter->gf_group, group, group_size);
    filter->gf_numsrc = *count;
    int result = getsockopt(socket, level, MCAST_MSFILTER, filter, &size);
    if (result == 0) {
        uint32_t room = *count;
        *mode = filter->gf_fmode;
        memcpy(sources, filter->gf_slist, (filter->gf_numsrc < room ? filter->gf_numsrc : room) * sizeof *sources);
        *count = filter->gf_numsrc;
    }
    free(filter);
    return result;
}

int setsourcefilter(int socket, uint32_t interface, const struct sockaddr *group, socklen_t group_size, uint32_t mode,
                    uint32_t count, const struct sockaddr_storage *sources)
{
    int level = level_of(group, group_size);
    socklen_t size = GROUP_FILTER_SIZE(count);
    struct group_filter *filter = level < 0 || group_size > sizeof filter->gf_group || count > 65536 ? NULL : calloc(1, size);
    if (!filter)
        return -1;
    filter->gf_interface = interface;
    memcpy(&filter->gf_group, group, group_size);
    filter->gf_fmode = mode;
    filter->gf_numsrc = count;
    memcpy(filter->gf_slist, sources, count * sizeof *sources);
    int result = setsockopt(socket, level, MCAST_MSFILTER, filter, size);
    free(filter);
    return result;
}

/// The kernel's structure for IP_MSFILTER.
struct filter4 { struct in_addr group, interface; uint32_t mode, count; struct in_addr sources[]; };
enum { MSFILTER = 41 };

int getipv4sourcefilter(int socket, struct in_addr interface, struct in_addr group, uint32_t *mode, uint32_t *count,
                        struct in_addr *sources)
{
    socklen_t size = sizeof(struct filter4) + *count * sizeof *sources;
    struct filter4 *filter = *count > 65536 ? (errno = ENOBUFS, NULL) : calloc(1, size);
    if (!filter)
        return -1;
    filter->group = group;
    filter->interface = interface;
    filter->count = *count;
    int result = getsockopt(socket, IPPROTO_IP, MSFILTER, filter, &size);
    if (result == 0) {
        uint32_t room = *count;
        *mode = filter->mode;
        memcpy(sources, filter->sources, (filter->count < room ? filter->count : room) * sizeof *sources);
        *count = filter->count;
    }
    free(filter);
    return result;
}

int setipv4sourcefilter(int socket, struct in_addr interface, struct in_addr group, uint32_t mode, uint32_t count,
                        const struct in_addr *sources)
{
    socklen_t size = sizeof(struct filter4) + count * sizeof *sources;
    struct filter4 *filter = count > 65536 ? (errno = ENOBUFS, NULL) : calloc(1, size);
    if (!filter)
        return -1;
    filter->group = group;
    filter->interface = interface;
    filter->mode = mode;
    filter->count = count;
    memcpy(filter->sources, sources, count * sizeof *sources);
    int result = setsockopt(socket, IPPROTO_IP, MSFILTER, filter, size);
    free(filter);
    return result;
}
