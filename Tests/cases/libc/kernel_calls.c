// System calls that musl lacks: results and errors are the kernel's.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mount.h>
#include <sys/pidfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>
extern ssize_t process_madvise(int, const struct iovec *, size_t, int, unsigned);
extern int process_mrelease(int, unsigned);
extern ssize_t getdirentries(int, char *, size_t, off_t *);

static void show(const char *what, long result)
{
    int error = errno;
    printf("%s: %ld, error %d\n", what, result, result < 0 ? error : 0);
}

int main(void)
{
    int a = open("/dev/null", O_RDONLY), b = dup2(a, 50), c = dup2(a, 51);
    show("close_range", close_range(50, 50, 0));
    show("closed", fcntl(b, F_GETFD));
    show("open", fcntl(c, F_GETFD));
    show("close_range flags", close_range(51, 60, 4)); // CLOSE_RANGE_CLOEXEC
    show("cloexec", fcntl(c, F_GETFD));
    show("close_range bad", close_range(5, 4, 0));
    closefrom(51);
    show("closefrom", fcntl(c, F_GETFD));
    close(open("one", O_CREAT | O_WRONLY, 0600));
    close(open("two", O_CREAT | O_WRONLY, 0600));
    show("renameat2 noreplace", renameat2(AT_FDCWD, "one", AT_FDCWD, "two", RENAME_NOREPLACE));
    show("renameat2", renameat2(AT_FDCWD, "one", AT_FDCWD, "three", 0));
    show("renameat2 exchange", renameat2(AT_FDCWD, "three", AT_FDCWD, "two", RENAME_EXCHANGE) == 0 || errno == EINVAL);
    struct statx info;
    show("statx", statx(AT_FDCWD, "two", 0, STATX_SIZE | STATX_MODE, &info));
    printf("%llu %o\n", (unsigned long long)info.stx_size, info.stx_mode);
    show("statx missing", statx(AT_FDCWD, "one", 0, STATX_SIZE, &info));
    int fd = open("two", O_RDWR);
    struct iovec part = {"text", 4};
    show("pwritev2", pwritev2(fd, &part, 1, 0, 0));
    char text[8] = "";
    struct iovec into = {text, 4};
    show("preadv2", preadv2(fd, &into, 1, 0, 0));
    show("preadv2 at own offset", preadv2(fd, &into, 1, -1, 0));
    show("preadv2 flags", preadv2(fd, &into, 1, 0, 1 << 30));
    puts(text);
    int events = epoll_create1(0), counter = eventfd(1, 0);
    struct epoll_event wanted = {.events = EPOLLIN, .data.u64 = 42}, got;
    epoll_ctl(events, EPOLL_CTL_ADD, counter, &wanted);
    struct timespec now = {0, 0};
    show("epoll_pwait2", epoll_pwait2(events, &got, 1, &now, NULL));
    printf("%llu\n", (unsigned long long)got.data.u64);
    pid_t child = fork();
    if (child == 0) {
        pause();
        _exit(1);
    }
    int process = pidfd_open(child, 0);
    show("pidfd_open", process >= 0);
    show("pidfd_getfd bad", pidfd_getfd(process, 999, 0));
    show("pidfd_send_signal", pidfd_send_signal(process, SIGKILL, NULL, 0));
    int status;
    waitpid(child, &status, 0);
    printf("%d\n", WTERMSIG(status));
    show("pidfd_open bad", pidfd_open(-1, 0));
    show("tgkill", tgkill(getpid(), gettid(), 0));
    show("tgkill bad", tgkill(-1, -1, 0));
    show("process_madvise bad", process_madvise(-1, NULL, 0, 0, 0));
    show("process_mrelease bad", process_mrelease(-1, 0));
    unsigned processor = ~0u, node = ~0u;
    show("getcpu", getcpu(&processor, &node));
    printf("%d\n", processor != ~0u && node != ~0u);
    show("execveat bad", execveat(AT_FDCWD, "missing", NULL, NULL, 0));
    show("fsopen bad", fsopen("no-such-file-system", 0) < 0);
    show("open_tree bad", open_tree(-1, "relative", 0));
    show("move_mount bad", move_mount(-1, "relative", -1, "relative", 0) < 0);
    show("fspick bad", fspick(-1, "relative", 0) < 0);
    show("fsmount bad", fsmount(-1, 0, 0) < 0);
    show("fsconfig bad", fsconfig(-1, 0, NULL, NULL, 0));
    int folder = open(".", O_RDONLY | O_DIRECTORY);
    char buffer[4096];
    off_t base = 99;
    show("getdirentries", getdirentries(folder, buffer, sizeof buffer, &base) > 0);
    show("base", base);
    printf("%u %u %#llx\n", major(0x123456789abcdef0ULL), minor(0x123456789abcdef0ULL), (unsigned long long)makedev(0x12345678, 0x9abcdef0));
    struct sched_param parameter[4] = {{7}, {7}, {7}, {7}};
    show("sched_getparam", sched_getparam(0, parameter));
    printf("%d %d\n", parameter[0].sched_priority, parameter[1].sched_priority);
    show("sched_getscheduler", sched_getscheduler(0));
    show("sched_setscheduler", sched_setscheduler(0, SCHED_OTHER, parameter));
    show("sched_setparam bad", sched_setparam(0, parameter + 1));
    show("sched_setparam", sched_setparam(0, parameter));
    cpu_set_t *set = CPU_ALLOC(1000);
    CPU_ZERO_S(CPU_ALLOC_SIZE(1000), set);
    CPU_SET_S(999, CPU_ALLOC_SIZE(1000), set);
    printf("%d\n", CPU_COUNT_S(CPU_ALLOC_SIZE(1000), set));
    CPU_FREE(set);
    unlink("two"), unlink("three");
    return 0;
}
