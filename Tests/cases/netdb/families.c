// AI_ADDRCONFIG: only families that the machine has an address of, loopback's own not counted
#include <arpa/inet.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static void ask(const char *name, int family, int flags, int hinted)
{
    struct addrinfo hints = {.ai_family = family, .ai_flags = flags, .ai_socktype = SOCK_STREAM}, *list = NULL;
    int error = getaddrinfo(name, "80", hinted ? &hints : NULL, &list);
    printf("  %s %d %d: %d", name ? name : "-", family, hinted, error);
    for (struct addrinfo *at = error ? NULL : list; at; at = at->ai_next) {
        char text[64];
        getnameinfo(at->ai_addr, at->ai_addrlen, text, sizeof text, NULL, 0, NI_NUMERICHOST);
        if (at->ai_socktype == SOCK_STREAM)
            printf(" %s %x", text, at->ai_flags);
    }
    puts("");
    if (!error)
        freeaddrinfo(list);
}

static void ask_all(const char *when)
{
    puts(when);
    static const int families[] = {AF_UNSPEC, AF_INET, AF_INET6};
    static const char *names[] = {"127.0.0.1", "::1", NULL};
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
            ask(names[j], families[i], AI_ADDRCONFIG | AI_NUMERICHOST, 1);
    for (int j = 0; j < 3; j++)
        ask(names[j], AF_UNSPEC, 0, 0);
    ask("127.0.0.1", AF_INET, 0, 1);
}

static void give(int file, const char *name, const char *text)
{
    struct ifreq request = {0};
    strcpy(request.ifr_name, name);
    struct sockaddr_in *address = (void *)&request.ifr_addr;
    address->sin_family = AF_INET;
    inet_pton(AF_INET, text, &address->sin_addr);
    printf("address %d\n", ioctl(file, SIOCSIFADDR, &request));
}

int main(void)
{
    if (unshare(CLONE_NEWNET)) {
        puts("no network namespace");
        return 0;
    }
    ask_all("no interface is up");
    int file = socket(AF_INET, SOCK_DGRAM, 0);
    struct ifreq request = {.ifr_name = "lo", .ifr_flags = IFF_UP};
    printf("up %d\n", ioctl(file, SIOCSIFFLAGS, &request));
    ask_all("loopback only");
    give(file, "lo:1", "10.1.2.3");
    ask_all("one more address");
}
