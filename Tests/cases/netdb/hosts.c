// gethostent and gethostent_r read /etc/hosts line by line; getaddrinfo_a resolves now and in the background
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
static void show(struct hostent *h)
{
    char text[64];
    printf("%s %d %d %s:", h->h_name, h->h_addrtype, h->h_length, inet_ntop(h->h_addrtype, h->h_addr_list[0], text, sizeof text));
    for (char **a = h->h_aliases; *a; a++)
        printf(" %s", *a);
    printf(" %d\n", h->h_addr_list[1] == NULL);
}
int main(void)
{
    int n = 0;
    sethostent(1);
    struct hostent *h = gethostent();
    if (h)
        show(h);
    endhostent();
    struct addrinfo hints = { .ai_flags = AI_NUMERICHOST, .ai_family = AF_INET, .ai_socktype = SOCK_STREAM };
    struct gaicb a = { .ar_name = "1.2.3.4", .ar_request = &hints }, b = { .ar_name = "bad", .ar_request = &hints };
    struct gaicb *list[] = { &a, NULL, &b };
    int r = getaddrinfo_a(GAI_WAIT, list, 3, NULL);
    printf("%d %d %d\n", r, gai_error(&a), gai_error(&b));
    printf("%s\n", inet_ntoa(((struct sockaddr_in *)a.ar_result->ai_addr)->sin_addr));
    printf("%d\n", gai_cancel(&a));
    r = getaddrinfo_a(GAI_NOWAIT, list, 3, NULL);
    printf("%d\n", r);
    while (gai_error(&a) == EAI_INPROGRESS || gai_error(&b) == EAI_INPROGRESS)
        gai_suspend((const struct gaicb *const *)list, 3, NULL);
    printf("%d %d %d\n", gai_error(&a), gai_error(&b), gai_suspend((const struct gaicb *const *)list, 3, NULL));
    r = getaddrinfo_a(7, list, 3, NULL);
    printf("%d %d\n", r, errno == EINVAL);
    return 0;
}
