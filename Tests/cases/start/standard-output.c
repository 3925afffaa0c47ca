// stdout to a file is buffered in full from the first byte, to a terminal by lines, and so after freopen and dup2
// flags: -pthread
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void say(const char *text) { (void)!write(1, text, strlen(text)); }
static long size_of(const char *path) { struct stat s; return stat(path, &s) ? -1 : (long)s.st_size; }

static void *nothing(void *unused) { return unused; }

// Says whether a line arrives at the terminal's other end without a flush.
static void on_terminal(int how, int report)
{
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0 || grantpt(master) || unlockpt(master)) { dprintf(report, "no terminal\n"); return; }
    const char *name = ptsname(master);
    if (how == 0) dup2(open(name, O_RDWR | O_NOCTTY), 1);
    if (how == 1) dup3(open(name, O_RDWR | O_NOCTTY), 1, O_CLOEXEC);
    if (how == 2) (void)!freopen(name, "w", stdout);
    if (how == 3) { setvbuf(stdout, NULL, _IOFBF, 0); dup2(open(name, O_RDWR | O_NOCTTY), 1); }
    printf("a line\n");
    struct pollfd p = { master, POLLIN, 0 };
    char text[20];
    if (how == 3) { dprintf(report, "held back %d\n", (int)__fpending(stdout)); return; }
    poll(&p, 1, -1);
    dprintf(report, "arrived %d\n", (int)read(master, text, sizeof text));
}

int main(void)
{
    for (int how = 0; how < 4; how++) {
        pid_t child = fork();
        if (!child) { on_terminal(how, dup(1)); _exit(0); }
        waitpid(child, NULL, 0);
    }
    fflush(stdout);
    pid_t threaded = fork();
    if (!threaded) {
        pthread_t thread;
        pthread_create(&thread, NULL, nothing, NULL), pthread_join(thread, NULL);
        puts("line of a process with threads");
        say("before that\n");
        exit(0);
    }
    waitpid(threaded, NULL, 0);
    puts("first line");
    say("before it\n");
    pid_t child = fork();
    if (!child) exit(0);
    waitpid(child, NULL, 0);
    say("after the child's\n");
    fflush(stdout);
    int kept = dup(1);
    (void)!freopen("lines", "w", stdout);
    puts("one");
    puts("two");
    dprintf(kept, "held back %ld", size_of("lines"));
    fflush(stdout);
    dprintf(kept, ", then %ld\n", size_of("lines"));
    return 0;
}
