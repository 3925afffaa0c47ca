// getnameinfo: sockets of both internets and of the local kind, every flag, what does not fit, and a DNS that nobody serves
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

static void show(const char *what, const void *address, socklen_t size, int name_room, int service_room, int flags)
{
    char name[100] = "-", service[200] = "-";
    errno = 0;
    int error = getnameinfo(address, size, name_room < 0 ? NULL : name, name_room < 0 ? 0 : name_room, service_room < 0 ? NULL : service,
                            service_room < 0 ? 0 : service_room, flags);
    printf("%s %d %d %x: %d %d", what, name_room, service_room, flags, error, error == EAI_SYSTEM ? errno : 0);
    if (!error)
        printf(" %s %s", name, service);
    puts("");
}

int main(void)
{
    struct sockaddr_in four = { AF_INET, htons(80) };
    four.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    struct sockaddr_in far = four;
    far.sin_addr.s_addr = htonl(0x0a010203);
    struct sockaddr_un local = { AF_UNIX, "/tmp/some/path" };
    struct sockaddr_un full = { AF_UNIX };
    memset(full.sun_path, 'x', sizeof full.sun_path);
    const char *texts[] = { "fe80::1", "2001:db8::1", "::1", "::", "::ffff:127.0.0.1", "ff01::1", "ff02::1", "ff05::1" };

    for (int flags = 0; flags < 32; flags++) {
        show("four", &four, sizeof four, 100, 200, flags);
        show("far", &far, sizeof far, 100, 200, flags);
        show("local", &local, sizeof local, 100, 200, flags);
        for (int i = 0; i < 8; i++)
            for (unsigned scope = 0; scope < 100; scope += i < 2 ? 1 + scope * 60 : 100) {
                struct sockaddr_in6 six = { .sin6_family = AF_INET6, .sin6_port = htons(53), .sin6_scope_id = scope };
                inet_pton(AF_INET6, texts[i], &six.sin6_addr);
                show(texts[i], &six, sizeof six, 100, 200, flags);
            }
    }
    for (int bit = 0; bit < 32; bit++)
        show("bit", &four, sizeof four, 100, 200, (int)(1u << bit));
    for (int room = 0; room < 17; room++) {
        show("room", &four, sizeof four, room, 200, 0), show("room", &four, sizeof four, 100, room, 0);
        show("room", &four, sizeof four, room, 200, NI_NUMERICHOST), show("room", &four, sizeof four, 100, room, NI_NUMERICSERV);
        show("room", &local, sizeof local, room, 200, NI_NUMERICHOST), show("room", &local, sizeof local, 100, room, 0);
        if (room >= (int)sizeof four || room < 2)
            continue;
        show("size", &four, room, 100, 200, 0);
    }
    struct sockaddr_in6 six = { .sin6_family = AF_INET6, .sin6_addr = in6addr_loopback };
    for (int size = 0; size <= (int)sizeof six; size++)
        show("size", &six, size, 100, 200, 0);
    show("full", &full, sizeof full, 100, 200, 0), show("full", &full, sizeof full, 100, 108, 0), show("empty", &local, 1, 100, 200, 0);
    for (int flags = 0; flags < 16; flags += 8)
        show("none", &four, sizeof four, -1, -1, flags), show("service", &four, sizeof four, -1, 200, flags),
            show("name", &four, sizeof four, 100, -1, flags), show("nothing", &four, sizeof four, 0, 0, flags);
    int ports[] = { 0, 53, 514, 65000, 65535 };
    for (int i = 0; i < 5; i++)
        four.sin_port = htons(ports[i]), show("tcp", &four, sizeof four, 100, 200, 0), show("udp", &four, sizeof four, 100, 200, NI_DGRAM);
    four.sin_family = AF_UNSPEC, show("family", &four, sizeof four, 100, 200, 0);
    four.sin_family = AF_PACKET, show("family", &four, sizeof four, 100, 200, 0);
    return 0;
}
