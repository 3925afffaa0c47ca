// The remote shell's client functions: reserved ports, rcmd and rexec against a server on this machine, who may enter, .netrc.
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int __ivaliduser(FILE *, uint32_t, const char *, const char *), ruserpass(const char *, const char **, const char **), bindresvport(int, struct sockaddr_in *);
extern int __check_rhosts_file;
extern char *__rcmd_errstr;

static int port_of(int fd)
{
    struct sockaddr_storage a;
    socklen_t size = sizeof a;
    getsockname(fd, (struct sockaddr *)&a, &size);
    return ntohs(((struct sockaddr_in *)&a)->sin_port);
}

static void ports(void)
{
    int port = 1023, first = rresvport(&port);
    printf("%d %d ", port, port_of(first));
    int again = 1023, second = rresvport(&again);
    printf("%d %d ", again, port_of(second));
    port = 5, second = rresvport(&port), printf("%d ", port);
    port = 5000, second = rresvport(&port), printf("%d ", port);
    port = 600, second = rresvport_af(&port, AF_INET6), printf("%d ", port);
    errno = 0, printf("%d", rresvport_af(&port, AF_UNIX)), printf(" %d\n", errno);
    struct sockaddr_in address = {.sin_family = AF_INET}, wrong = {.sin_family = AF_INET6};
    int fd = socket(AF_INET, SOCK_STREAM, 0), other = socket(AF_INET, SOCK_STREAM, 0);
    printf("%d ", bindresvport(fd, &address)), printf("%d ", port_of(fd) >= 600 && port_of(fd) < 1024 && address.sin_port == htons(port_of(fd)));
    printf("%d ", bindresvport(other, NULL)), printf("%d ", port_of(other) != port_of(fd)), printf("%d", bindresvport(other, &wrong)), printf(" %d\n", errno);
}

// Takes one call: three texts after the port for errors; answers as `answer` says.
static int server(int reserved, const char *answer, pid_t *child)
{
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in own = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    bind(listener, (struct sockaddr *)&own, sizeof own), listen(listener, 1);
    fflush(stdout);
    if (!(*child = fork())) {
        struct sockaddr_in from;
        socklen_t size = sizeof from;
        int fd = accept(listener, (struct sockaddr *)&from, &size), texts = 0, second = -1;
        char c, text[200];
        int used = 0;
        printf("server: reserved %d", ntohs(from.sin_port) < 1024);
        while (texts < 4 && read(fd, &c, 1) == 1) {
            if (used < 199) text[used++] = c;
            if (c) continue;
            if (texts == 0 && text[0]) {
                struct sockaddr_in back = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK), .sin_port = htons(atoi(text))};
                int port = 900;
                second = reserved ? rresvport(&port) : socket(AF_INET, SOCK_STREAM, 0);
                printf(" second %d %d", atoi(text) < 1024, connect(second, (struct sockaddr *)&back, sizeof back));
            } else if (texts) {
                printf(" [%s]", text);
            }
            texts++, used = 0;
        }
        puts("");
        fflush(stdout);
        if (*answer == '0') write(fd, "", 1), write(fd, "output", 6);
        else write(fd, answer, strlen(answer));
        if (second >= 0) write(second, "errors", 6);
        exit(0);
    }
    int port = port_of(listener);
    close(listener);
    return htons(port);
}

static void calls(void)
{
    char text[40];
    const char *answers[] = {"0", "\1Permission denied.\nmore", "", "0", "0"};
    for (int how = 0; how < 5; how++)
        for (int shell = 0; shell < 2; shell++) {
            pid_t child;
            int port = server(how != 4, answers[how], &child), errors = -1, *want = how == 3 || how == 4 ? &errors : NULL;
            char *host = "localhost";
            if (shell && (how == 4 || how == 2)) { kill(child, 9), wait(NULL); continue; }
            int fd = how == 4 && !shell ? rcmd(&host, port, "me", "you", "command", want) : shell ? rexec(&host, port, "name", "secret", "command", want) : rcmd(&host, port, "me", "you", "a command", want);
            wait(NULL);
            printf("%d %d %s", how, fd >= 0, host);
            if (fd >= 0) { int n = read(fd, text, 39); printf(" %.*s", n, text); }
            if (fd >= 0 && errors >= 0) { int n = read(errors, text, 39); printf(" %.*s", n, text); }
            puts("");
            fflush(stdout);
            close(fd), close(errors);
        }
    char *host = "no.such.host.invalid";
    printf("unknown %d\n", rcmd(&host, htons(1), "a", "b", "c", NULL) < 0);
}

static void equivalents(void)
{
    const char *lines[] = {"127.0.0.1\n", "127.0.0.1 you\n", "-127.0.0.1\n+\n", "+ you\n", "+\n", "+ +\n", "127.0.0.1 -you\n+ +\n", "# comment\n\n  127.0.0.1   you  extra\n", "127.0.0.2\n", "127.0.0.1 other\n127.0.0.1 you\n", "+@group\n", "localhost#x\n", ""};
    for (int i = 0; i < 13; i++) {
        FILE *file = fmemopen((void *)(lines[i][0] ? lines[i] : "\n"), strlen(lines[i]) + !lines[i][0], "r");
        printf("%d", __ivaliduser(file, htonl(INADDR_LOOPBACK), "me", "you"));
        rewind(file), printf("%d ", __ivaliduser(file, htonl(INADDR_LOOPBACK), "me", "me"));
        fclose(file);
    }
    printf("\n%d %d %d ", ruserok("localhost", 0, "nobody_x", "nobody_y"), iruserok(htonl(INADDR_LOOPBACK), 1, "a", "root"), __check_rhosts_file);
    if (!getuid()) {
        FILE *file = fopen("/root/.rhosts", "w");
        fputs("localhost you\n", file), fclose(file);
        chmod("/root/.rhosts", 0600), printf("%d%d", ruserok("localhost", 1, "you", "root"), ruserok("localhost", 1, "other", "root"));
        chmod("/root/.rhosts", 0666), printf("%d %s", ruserok("localhost", 0, "you", "root"), __rcmd_errstr);
        remove("/root/.rhosts"), mkdir("/root/.rhosts", 0700), printf(" %d %s", iruserok(htonl(INADDR_LOOPBACK), 0, "you", "root"), __rcmd_errstr);
        rmdir("/root/.rhosts");
    }
    puts("");
}

static void netrc(void)
{
    FILE *file = fopen(".netrc", "w");
    fputs("machine one login alice password \"se cret\"\nmachine two\n\tlogin bob\n\tpassword b\\o\ndefault login any password thing\n", file), fclose(file);
    chmod(".netrc", 0600), setenv("HOME", "/tmp/w", 1);
    const char *hosts[] = {"one", "TWO", "three"};
    for (int i = 0; i < 3; i++) {
        const char *name = NULL, *password = NULL, *bob = "bob", *none = NULL;
        printf("%d", ruserpass(hosts[i], &name, &password)), printf(" %s %s|", name ? name : "-", password ? password : "-");
        printf("%d", ruserpass(hosts[i], &bob, &none)), printf(" %s %s|", bob, none ? none : "-");
    }
    chmod(".netrc", 0644);
    const char *name = NULL, *password = NULL;
    printf("%d\n", ruserpass("one", &name, &password));
}

int main(void)
{
    ports(), calls(), equivalents(), netrc();
    return 0;
}
