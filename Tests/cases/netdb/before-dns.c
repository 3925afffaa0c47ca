// names: case in /etc/hosts does not count, what is no host's name is none, and a DNS that nobody serves is told at once
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static const char *const names[] = {
    "localhost", "LOCALHOST", "LocalHost", "localhos", "nosuch", "nosuch.example", "compat", "x.", "a_b.c", "_a.b", "-a.b", "a.-b", "a-.b",
    "a b", " localhost", "localhost ", "a*b", "*.a", "x@y", "a+b", "a/b", "a'", "~a.b", "a..b", "%25", "[::1]", "\344\366.test", "\303\244.test",
    "::1q", "::1::2", "1:1:1:1:1:1:1:1:1", "a:b", "1+.1.1.1", "0.1.1.~1", "0.1.1.1x", "1x", "1.2.3.4.5", "1.2.3.4.", "256.1.1.1", "1.2.3.999",
    "127.1", "127.0.0.1", "::1", "fe80::1%lo", "fe80::1%nosuch", "fe80::1%7", "#localhost",
};

int main(void)
{
    const int families[] = { AF_UNSPEC, AF_INET, AF_INET6 };
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        printf("%s:", names[i]);
        for (int f = 0; f < 3; f++)
            for (int numeric = 0; numeric < 2; numeric++) {
                struct addrinfo hints = { .ai_flags = numeric ? AI_NUMERICHOST : i < 3 ? AI_CANONNAME : 0, .ai_family = families[f],
                                          .ai_socktype = SOCK_STREAM }, *found;
                errno = 0;
                int error = getaddrinfo(names[i], NULL, &hints, &found);
                printf(" %d", error);
                if (error)
                    continue;
                printf(" (%s)", found->ai_canonname ? found->ai_canonname : "");
                freeaddrinfo(found);
            }
        if (strchr(names[i], ':'))
            continue;
        struct hostent entry, *result = &entry;
        char buffer[1024];
        int error = 77, code = gethostbyname_r(names[i], &entry, buffer, sizeof buffer, &result, &error);
        printf("; %d %d %s", code, result ? 0 : error, result ? result->h_name : "none");
        result = &entry, error = 77;
        code = gethostbyname2_r(names[i], AF_INET, &entry, buffer, sizeof buffer, &result, &error);
        printf(", %d %d %s", code, result ? 0 : error, result ? result->h_name : "none");
        h_errno = 0, result = gethostbyname(names[i]);
        printf(", %d %s", result ? 0 : h_errno, result ? result->h_name : "none");
        h_errno = 0, result = gethostbyname2(names[i], AF_INET);
        printf(", %d %s\n", result ? 0 : h_errno, result ? result->h_name : "none");
    }
    puts("");
    // Each would take seconds if the answer were waited for, and the case its whole time.
    int again = 0;
    for (int i = 0; i < 50; i++) {
        struct addrinfo *found;
        again += getaddrinfo("nosuch.example", "80", NULL, &found) == EAI_AGAIN;
    }
    printf("%d\n", again);
    return 0;
}
