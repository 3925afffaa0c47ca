// gethostbyaddr: names of /etc/hosts and of DNS with aliases; an address without a name has none; errors
// flags: -lresolv
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <resolv.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include "dns-server.h"

static void show(const char *what, struct hostent *host)
{
    printf("%s: ", what);
    if (!host) {
        printf("none, %d\n", h_errno);
        return;
    }
    printf("%s %d %d", host->h_name, host->h_addrtype, host->h_length);
    for (char **alias = host->h_aliases; *alias; alias++)
        printf(" alias %s", *alias);
    for (char **address = host->h_addr_list; *address; address++) {
        char text[80];
        printf(" %s", inet_ntop(host->h_addrtype, *address, text, sizeof text));
    }
    puts("");
}

/// The answer to a question of PTR records: by the address's first label.
static int answer(unsigned char *message, int unused)
{
    int end = 12, length, at;
    while (message[end])
        end += message[end] + 1;
    end += 5;
    at = end;
    message[2] |= 0x80, message[3] = 0x80;
    const char *names[] = { "\3one\4test", "\3two\4test", "\5three\4test" };
    int count = message[12] == 1 ? message[13] - '0' : 0;
    if (message[12] == 1 && message[13] > '3')
        message[3] |= message[13] == '4' ? 2 : message[13] == '5' ? 3 : 0, count = 0;
    for (int i = 0; i < count; i++) {
        static const unsigned char record[] = { 0xc0, 12, 0, 12, 0, 1, 0, 0, 0, 60, 0 };
        memcpy(message + at, record, sizeof record), at += sizeof record;
        length = strlen(names[i]) + 1;
        message[at++] = length;
        memcpy(message + at, names[i], length), at += length;
    }
    message[7] = count;
    message[8] = message[9] = message[10] = message[11] = 0;
    return at;
}

int main(void)
{
    pid_t child = serve_dns(answer);

    const char *addresses[] = { "127.0.0.1", "::1", "10.0.0.1", "10.2.200.3", "10.0.0.4", "10.0.0.5", "10.0.0.6", "10.0.0.99", "::",
                                "2001:db8::2", "2001:db8:abcd:ef01:2345:6789:abcd:ef03", "2001:db8::a" };
    for (unsigned i = 0; i < sizeof addresses / sizeof *addresses; i++) {
        unsigned char address[16];
        int family = strchr(addresses[i], ':') ? AF_INET6 : AF_INET;
        inet_pton(family, addresses[i], address);
        h_errno = 77;
        show(addresses[i], gethostbyaddr(address, family == AF_INET ? 4 : 16, family));
        struct hostent host, *result = &host;
        char buffer[2048];
        int error = 5, code = gethostbyaddr_r(address, family == AF_INET ? 4 : 16, family, &host, buffer, sizeof buffer, &result, &error);
        printf("%d %d %d\n", code, result == &host, error);
        show("again", result);
        code = gethostbyaddr_r(address, family == AF_INET ? 4 : 16, family, &host, buffer, 8, &result, &error);
        printf("%d %d %d\n", code, result == NULL, error);
    }
    unsigned char address[16] = { 127, 0, 0, 1 };
    errno = 0, show("short", gethostbyaddr(address, 3, AF_INET)), printf("%d\n", errno);
    errno = 0, show("family", gethostbyaddr(address, 4, AF_UNIX)), printf("%d\n", errno);
    errno = 0, show("short 6", gethostbyaddr(address, 4, AF_INET6)), printf("%d\n", errno);
    kill(child, 9);
    return 0;
}
