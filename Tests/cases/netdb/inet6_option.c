// IPv6 options in control data by RFC 2292's functions: bytes, lengths, walking, errors.
// flags: -Wno-deprecated-declarations
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static union { struct cmsghdr header; unsigned char bytes[4096]; } memory;

static void dump(struct cmsghdr *c)
{
    printf("len %zu level %d type %d:", c->cmsg_len, c->cmsg_level, c->cmsg_type);
    for (size_t i = 0; i < c->cmsg_len - CMSG_LEN(0) && i < 200; i++)
        printf(" %02x", CMSG_DATA(c)[i]);
    puts("");
}

static void walk(struct cmsghdr *c)
{
    uint8_t *place = NULL;
    int result;
    while ((result = inet6_option_next(c, &place)) == 0) printf("at %td type %d|", place - CMSG_DATA(c), *place);
    printf("%d %d ", result, place != NULL);
    for (int type = 0; type < 8; type++) {
        place = NULL;
        while ((result = inet6_option_find(c, &place, type)) == 0) printf("%d at %td|", type, place - CMSG_DATA(c));
        printf("%d%d ", result, place != NULL);
    }
    puts("");
}

int main(void)
{
    struct cmsghdr *c = NULL;
    for (int i = 0; i < 20; i++) printf("%d ", inet6_option_space(i));
    printf("%d", inet6_option_init(&memory, &c, 1)), printf("%d", c == NULL), printf("%d", inet6_option_init(&memory, &c, IPV6_HOPOPTS)), printf("%d\n", c == &memory.header);
    dump(c), walk(c);
    uint8_t one[] = {5, 2, 0xaa, 0xbb}, two[] = {6, 4, 1, 2, 3, 4}, none[] = {0}, long_one[257] = {7, 255};
    for (int m = 1; m <= 8; m *= 2)
        for (int y = 0; y < 8; y += 3) {
            inet6_option_init(&memory, &c, IPV6_DSTOPTS);
            memset(CMSG_DATA(c), 0xee, 300);
            printf("%d %d: %d", m, y, inet6_option_append(c, one, m, y)), printf("%d", inet6_option_append(c, two, m, y)), printf("%d ", inet6_option_append(c, none, 1, 0));
            dump(c), walk(c);
        }
    inet6_option_init(&memory, &c, IPV6_HOPOPTS);
    printf("bad %d %d %d %d\n", inet6_option_append(c, one, 3, 0), inet6_option_append(c, one, 0, 0), inet6_option_append(c, one, 4, 8), inet6_option_append(c, one, 4, -1));
    int count = 0;
    while (inet6_option_append(c, long_one, 1, 0) == 0 && count < 20) count++;
    printf("long ones %d\n", count);
    inet6_option_init(&memory, &c, IPV6_HOPOPTS);
    uint8_t *place = inet6_option_alloc(c, 10, 8, 2);
    printf("alloc %td %zu\n", place - CMSG_DATA(c), c->cmsg_len);
    place[0] = 6, place[1] = 200;
    uint8_t *at = NULL;
    printf("broken %d", inet6_option_next(c, &at)), printf(" %d\n", at != NULL);
    place[1] = 8;
    c->cmsg_level = 0, at = NULL, printf("%d%d ", inet6_option_next(c, &at), at != NULL), c->cmsg_level = IPPROTO_IPV6;
    at = memory.bytes, printf("%d\n", inet6_option_next(c, &at));
    return 0;
}
