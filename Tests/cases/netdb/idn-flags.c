// getaddrinfo and getnameinfo take the flags of internationalized names, and refuse unknown ones
#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>

static void ask(int flags)
{
    struct addrinfo hints = { .ai_flags = flags, .ai_family = AF_INET, .ai_socktype = SOCK_STREAM }, *found = NULL;
    int error = getaddrinfo("127.0.0.1", "80", &hints, &found);
    printf("%x: %s", flags, error ? gai_strerror(error) : "found");
    if (!error) {
        char text[INET_ADDRSTRLEN], name[NI_MAXHOST], service[NI_MAXSERV];
        printf(" %s %s", inet_ntop(AF_INET, &((struct sockaddr_in *)found->ai_addr)->sin_addr, text, sizeof text), found->ai_canonname ? found->ai_canonname : "-");
        printf(" %x %d", found->ai_flags, found->ai_next != NULL);
        printf(" %d", getnameinfo(found->ai_addr, found->ai_addrlen, name, sizeof name, service, sizeof service, NI_NUMERICHOST | NI_NUMERICSERV | NI_IDN));
        printf(" %s %s", name, service);
        freeaddrinfo(found);
    }
    puts("");
}

int main(void)
{
    ask(0), ask(AI_IDN), ask(AI_CANONNAME | AI_CANONIDN), ask(AI_IDN | AI_CANONIDN | AI_CANONNAME | AI_NUMERICHOST);
    struct addrinfo *all;
    printf("%d", getaddrinfo("127.0.0.1", "80", NULL, &all));
    for (struct addrinfo *one = all; one; one = one->ai_next)
        if (one->ai_socktype != SOCK_RAW) printf(" %x %d %d %s", one->ai_flags, one->ai_socktype, one->ai_protocol, one->ai_canonname ? one->ai_canonname : "-");
    puts("");
    freeaddrinfo(all);
    ask(0x10000), ask(AI_IDN | 0x10000);
}
