// getnameinfo where no name server answers: an error to try again after, and no name in numbers
// flags: -lresolv
#include <arpa/inet.h>
#include <netdb.h>
#include <resolv.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void ask(int family, const char *address, int flags, size_t room)
{
    struct sockaddr_in6 six = {.sin6_family = AF_INET6, .sin6_port = htons(80)};
    struct sockaddr_in four = {.sin_family = AF_INET, .sin_port = htons(80)};
    inet_pton(family, address, family == AF_INET ? (void *)&four.sin_addr : (void *)&six.sin6_addr);
    char name[300] = "untouched", service[40] = "untouched";
    int error = family == AF_INET ? getnameinfo((void *)&four, sizeof four, name, room, service, sizeof service, flags)
        : getnameinfo((void *)&six, sizeof six, name, room, service, sizeof service, flags);
    printf("%s %x %zu: %d", address, flags, room, error);
    if (!error)
        printf(" %s %s", name, service);
    puts("");
}

int main(void)
{
    // A port that nobody listens at.
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof server;
    int file = socket(AF_INET, SOCK_DGRAM, 0);
    bind(file, (void *)&server, sizeof server);
    getsockname(file, (void *)&server, &size);
    close(file);
    res_init();
    _res.nscount = 1;
    _res.nsaddr_list[0] = server;
    _res.retrans = _res.retry = 1;
    static const int flags[] = {0, NI_NAMEREQD, NI_NUMERICSERV, NI_NUMERICHOST, NI_NOFQDN | NI_DGRAM, NI_NUMERICHOST | NI_NAMEREQD};
    for (int i = 0; i < 6; i++) {
        ask(AF_INET, "192.0.2.1", flags[i], 300);
        ask(AF_INET6, "2001:db8::1", flags[i], 300);
        ask(AF_INET, "127.0.0.1", flags[i], 300);
        ask(AF_INET6, "::", flags[i], 300);
    }
    ask(AF_INET, "127.0.0.1", 0, 5);
    ask(AF_INET, "127.0.0.1", 0, 10);
    ask(AF_INET, "127.0.0.1", NI_NUMERICHOST, 5);
    ask(AF_INET, "192.0.2.1", 0, 0);
}
