// getaddrinfo's entries for every kind of socket, protocol and service, and its errors
#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static void one(const char *name, const char *service, int flags, int family, int type, int protocol, int hinted)
{
    struct addrinfo hints = {.ai_flags = flags, .ai_family = family, .ai_socktype = type, .ai_protocol = protocol},
        *found = NULL;
    int error = getaddrinfo(name, service, hinted ? &hints : NULL, &found);
    printf("%s %s %x %d %d %d: %d", name ? name : "-", service ? service : "-", flags, family, type, protocol, error);
    for (struct addrinfo *each = error ? NULL : found; each; each = each->ai_next) {
        char text[60];
        void *address = each->ai_family == AF_INET ? (void *)&((struct sockaddr_in *)each->ai_addr)->sin_addr
                                                   : (void *)&((struct sockaddr_in6 *)each->ai_addr)->sin6_addr;
        printf(" [%x %d %d %d %d %s %d %s]", each->ai_flags, each->ai_family, each->ai_socktype, each->ai_protocol,
            each->ai_addrlen,
               inet_ntop(each->ai_family, address, text, sizeof text),
                   ntohs(((struct sockaddr_in *)each->ai_addr)->sin_port),
               each->ai_canonname ? each->ai_canonname : "-");
    }
    puts("");
    if (!error)
        freeaddrinfo(found);
}

int main(void)
{
    const char *names[] = {"127.0.0.1", "::1", NULL, "fe80::1%3", "*", "1.2", "999.1.1.1"};
    const char *services[] = {NULL, "80", "http", "domain", "0", "65535", "70000", "tftp", "nosuch", "", "*", " 80",
        "-1", "80x"};
    for (int n = 0; n < sizeof names / sizeof *names; n++)
        for (int s = 0; s < sizeof services / sizeof *services; s++) {
            if (n > 4 && s > 2)
                continue;
            int flags[] = {0, AI_PASSIVE, AI_NUMERICSERV, AI_CANONNAME, AI_V4MAPPED,
                AI_NUMERICHOST | AI_V4MAPPED | AI_ALL, 0x8000}, protocols[] = {0, 6, 17, 1, 132, 136};
            int mild = n > 4 ? AI_NUMERICHOST : 0;
            one(names[n], services[s], 0, 0, 0, 0, !!mild);
            for (int type = 0; type < 7; type++)
                for (int p = 0; p < 6; p++)
                    one(names[n], services[s], mild, n == 1 || n == 3 ? AF_INET6 : AF_INET, type, protocols[p], 1);
            for (int f = 0; f < 7; f++)
                one(names[n], services[s], flags[f] | mild, 0, 0, 0, 1), one(names[n], services[s], flags[f] | mild,
                    AF_INET6, SOCK_STREAM, 0, 1);
            one(names[n], services[s], mild, AF_UNIX, 0, 0, 1), one(names[n], services[s], mild, AF_INET, 99, 0, 1);
        }
    one("localhost", "80", 0, 0, 0, 0, 0), one("localhost", "http", AI_CANONNAME, 0, SOCK_STREAM, 0, 1);
    return 0;
}
