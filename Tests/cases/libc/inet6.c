// IPv6 options and routing headers are built, walked and reversed as RFC 3542 says, and what does not fit is refused.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>

static void dump(const char *what, const unsigned char *b, int n)
{
    printf("%s", what);
    for (int i = 0; i < n; i++) printf(" %02x", b[i]);
    puts("");
}

int main(void)
{
    unsigned char header[64];
    void *data;
    memset(header, 0xee, sizeof header);
    printf("%d %d %d\n", inet6_opt_init(NULL, 0), inet6_opt_init(header, 32), inet6_opt_init(header, 31));
    int at = inet6_opt_append(header, 32, 2, 5, 2, 1, &data);
    printf("%d\n", at);
    printf("%d\n", inet6_opt_set_val(data, 0, "\x12\x34", 2));
    at = inet6_opt_append(header, 32, at, 0x3e, 8, 8, &data);
    printf("%d\n", at);
    inet6_opt_set_val(data, 0, "abcdefgh", 8);
    at = inet6_opt_append(header, 32, at, 0x3f, 3, 2, &data);
    printf("%d\n", at);
    inet6_opt_set_val(data, 0, "xyz", 3);
    printf("%d %d %d %d %d\n", inet6_opt_append(NULL, 0, at, 7, 1, 1, NULL), inet6_opt_append(header, 32, at, 7, 30, 1, &data),
           inet6_opt_append(header, 32, at, 7, 2, 3, &data), inet6_opt_append(header, 32, at, 1, 2, 1, &data), inet6_opt_append(header, 32, at, 7, 2, 4, &data));
    at = inet6_opt_finish(header, 32, at);
    printf("%d %d\n", at, inet6_opt_finish(NULL, 0, 9));
    header[0] = 0;
    dump("header", header, at);
    unsigned char type;
    socklen_t length;
    int offset = 0;
    while ((offset = inet6_opt_next(header, 32, offset, &type, &length, &data)) >= 0)
        printf("%d: %u %u %.*s\n", offset, type, length, (int)length > 2 ? (int)length : 0, (char *)data);
    printf("%d %u\n", inet6_opt_find(header, 32, 0, 0x3f, &length, &data), length);
    printf("%d\n", inet6_opt_find(header, 32, 0, 0x44, &length, &data));
    char value[8];
    inet6_opt_find(header, 32, 0, 0x3e, &length, &data);
    printf("%d %.3s\n", inet6_opt_get_val(data, 2, value, 3), value);

    unsigned char route[8 + 3 * 16], back[8 + 3 * 16];
    struct in6_addr a;
    char text[64];
    printf("%u %u %u %u\n", inet6_rth_space(0, 3), inet6_rth_space(1, 3), inet6_rth_space(0, 128), inet6_rth_space(0, 0));
    printf("%d %d\n", inet6_rth_init(route, sizeof route, 0, 3) == route, inet6_rth_init(route, 20, 0, 3) == NULL);
    for (int i = 0; i < 4; i++) {
        snprintf(text, sizeof text, "2001:db8::%d", i + 1);
        inet_pton(AF_INET6, text, &a);
        printf("%d ", inet6_rth_add(route, &a));
    }
    printf("%d\n", inet6_rth_segments(route));
    printf("%d\n", inet6_rth_reverse(route, back));
    inet6_rth_reverse(back, back);
    inet6_rth_reverse(back, back);
    for (int i = -1; i < 4; i++) {
        struct in6_addr *p = inet6_rth_getaddr(back, i);
        puts(p ? inet_ntop(AF_INET6, p, text, sizeof text) : "none");
    }
    dump("back", back, 8);
    return 0;
}
