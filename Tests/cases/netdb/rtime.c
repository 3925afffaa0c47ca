// rtime asks a server of the time protocol, by UDP with a timeout and by TCP without; errors. Old names of resolver functions work.
// flags: -lresolv
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

struct when { uint32_t tv_sec, tv_usec; };
int old_rtime(struct sockaddr_in *, struct when *, struct when *);
__asm__(".symver old_rtime,rtime@GLIBC_2.2.5");

static void ask(int type, int bytes)
{
    struct sockaddr_in own = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK), .sin_port = htons(37)}, from, server = own;
    int one = 1, fd = socket(AF_INET, type, 0), good;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    good = !bind(fd, (struct sockaddr *)&own, sizeof own) && (type == SOCK_DGRAM || !listen(fd, 1));
    fflush(stdout);
    pid_t child = fork();
    if (!child) {
        char answer[8] = {0xe0, 0x01, 0x02, 0x03}, question[8];
        socklen_t size = sizeof from;
        alarm(300);
        if (type == SOCK_DGRAM) recvfrom(fd, question, 8, 0, (struct sockaddr *)&from, &size), bytes >= 0 && sendto(fd, answer, bytes, 0, (struct sockaddr *)&from, size);
        else { int call = accept(fd, NULL, NULL); write(call, answer, bytes); }
        _exit(0);
    }
    close(fd);
    struct when result = {1, 1}, timeout = {bytes < 0 ? 0 : 300, 500000};
    server.sin_port = 0, server.sin_family = 0, errno = 0;
    int status = old_rtime(&server, &result, type == SOCK_DGRAM ? &timeout : NULL);
    printf("%d %d: %d %d %d port %d", type, bytes, good, status, status ? errno : 0, ntohs(server.sin_port));
    if (!status) printf(" %ld %ld", (long)result.tv_sec, (long)result.tv_usec);
    puts("");
    kill(child, SIGKILL), waitpid(child, NULL, 0);
}

int main(void)
{
    ask(SOCK_DGRAM, 4), ask(SOCK_DGRAM, 3), ask(SOCK_DGRAM, -1), ask(SOCK_STREAM, 4), ask(SOCK_STREAM, 2);
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct when result;
    printf("%d", old_rtime(&server, &result, NULL)), printf(" %d\n", errno);
    return 0;
}
