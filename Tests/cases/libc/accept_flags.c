// accept4 with unknown flags is EINVAL, and takes no connection
#include <errno.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <fcntl.h>

int main(void)
{
    struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "socket"};
    int listening = socket(AF_UNIX, SOCK_STREAM, 0), calling = socket(AF_UNIX, SOCK_STREAM, 0), flags[] = {1, 0x40,
        SOCK_CLOEXEC | 2, -1, SOCK_CLOEXEC};
    bind(listening, (void *)&name, sizeof name), listen(listening, 5), connect(calling, (void *)&name, sizeof name);
    for (int i = 0; i < 5; i++) {
        errno = 0;
        int got = accept4(listening, NULL, NULL, flags[i]);
        printf("%x: %d %d %d\n", flags[i], got < 0 ? -1 : 0, errno, got < 0 ? -1 : fcntl(got, F_GETFD));
    }
    errno = 0, printf("%d", accept4(99, NULL, NULL, 1)), printf(" %d", errno), errno = 0, printf(" %d", accept4(99,
        NULL, NULL, 0)), printf(" %d\n", errno);
    return 0;
}
