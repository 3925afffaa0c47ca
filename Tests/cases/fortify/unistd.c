// Every checked function that fills a buffer of bytes refuses a size larger than the buffer, and takes one that is equal.
// flags: -fno-builtin -Wno-all
#include "check.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
extern ssize_t __read_chk(int, void *, size_t, size_t), __pread_chk(int, void *, size_t, off_t, size_t);
extern ssize_t __pread64_chk(int, void *, size_t, off_t, size_t), __readlink_chk(const char *, char *, size_t, size_t);
extern ssize_t __readlinkat_chk(int, const char *, char *, size_t, size_t);
extern char *__getcwd_chk(char *, size_t, size_t), *__getwd_chk(char *, size_t), *__realpath_chk(const char *, char *, size_t);
extern size_t __confstr_chk(int, char *, size_t, size_t);
extern int __getgroups_chk(int, gid_t *, size_t), __gethostname_chk(char *, size_t, size_t);
extern int __getdomainname_chk(char *, size_t, size_t), __getlogin_r_chk(char *, size_t, size_t);
extern int __ttyname_r_chk(int, char *, size_t, size_t), __ptsname_r_chk(int, char *, size_t, size_t);
extern ssize_t __recv_chk(int, void *, size_t, size_t, int);
extern ssize_t __recvfrom_chk(int, void *, size_t, size_t, int, void *, void *);
extern int __poll_chk(struct pollfd *, nfds_t, int, size_t);
extern int __ppoll_chk(struct pollfd *, nfds_t, const void *, const void *, size_t);
extern long __fdelt_chk(long), __fdelt_warn(long);

static char to[PATH_MAX + 1];
static gid_t groups[4];

int main(void)
{
    int zero = open("/dev/zero", O_RDONLY), pair[2];
    socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
    send(pair[1], "hello", 5, 0);
    send(pair[1], "hello", 5, 0);
    struct pollfd polled[2] = {{.fd = zero, .events = POLLIN}, {.fd = zero, .events = POLLIN}};
    CHECK(__read_chk(zero, to, N(8), N(8)) == 8 ? 0 : (abort(), 0));
    CHECK(__read_chk(zero, to, N(8), N(7)));
    CHECK(__pread_chk(zero, to, N(8), 0, N(8)));
    CHECK(__pread_chk(zero, to, N(8), 0, N(7)));
    CHECK(__pread64_chk(zero, to, N(8), 0, N(8)));
    CHECK(__pread64_chk(zero, to, N(8), 0, N(7)));
    CHECK(__readlink_chk("/proc/self/exe", to, N(4), N(4)) == 4 ? 0 : (abort(), 0));
    CHECK(__readlink_chk("/proc/self/exe", to, N(4), N(3)));
    CHECK(__readlinkat_chk(AT_FDCWD, "/proc/self/exe", to, N(4), N(4)) == 4 ? 0 : (abort(), 0));
    CHECK(__readlinkat_chk(AT_FDCWD, "/proc/self/exe", to, N(4), N(3)));
    chdir("/proc");
    CHECK(__getcwd_chk(to, N(6), N(6)) == to ? 0 : (abort(), 0));
    CHECK(__getcwd_chk(to, N(6), N(5)));
    CHECK(__getcwd_chk(to, N(5), N(5)) == NULL && errno == ERANGE ? 0 : (abort(), 0));
    CHECK(__getwd_chk(to, N(6)) == to ? 0 : (abort(), 0));
    CHECK(__getwd_chk(to, N(5)));
    CHECK(__realpath_chk("/proc", to, N(PATH_MAX)) == to ? 0 : (abort(), 0));
    CHECK(__realpath_chk("/proc", to, N(PATH_MAX - 1)));
    CHECK(__confstr_chk(_CS_PATH, to, N(4), N(4)));
    CHECK(__confstr_chk(_CS_PATH, to, N(4), N(3)));
    CHECK(__getgroups_chk(0, groups, N(0)));
    CHECK(__getgroups_chk(4, groups, N(15)));
    CHECK(__getgroups_chk(-1, groups, N(0)) == -1 && errno == EINVAL ? 0 : (abort(), 0));
    CHECK(__gethostname_chk(to, N(100), N(100)));
    CHECK(__gethostname_chk(to, N(100), N(99)));
    CHECK(__getdomainname_chk(to, N(100), N(100)));
    CHECK(__getdomainname_chk(to, N(100), N(99)));
    CHECK(__getlogin_r_chk(to, N(100), N(100)));
    CHECK(__getlogin_r_chk(to, N(100), N(99)));
    CHECK(__ttyname_r_chk(zero, to, N(100), N(100)));
    CHECK(__ttyname_r_chk(zero, to, N(100), N(99)));
    CHECK(__ptsname_r_chk(zero, to, N(100), N(100)));
    CHECK(__ptsname_r_chk(zero, to, N(100), N(99)));
    CHECK(__recv_chk(pair[0], to, N(5), N(5), 0) == 5 ? 0 : (abort(), 0));
    CHECK(__recv_chk(pair[0], to, N(5), N(4), 0));
    CHECK(__recvfrom_chk(pair[0], to, N(5), N(5), 0, NULL, NULL) == 5 ? 0 : (abort(), 0));
    CHECK(__recvfrom_chk(pair[0], to, N(5), N(4), 0, NULL, NULL));
    CHECK(__poll_chk(polled, 2, 0, N(16)) == 2 ? 0 : (abort(), 0));
    CHECK(__poll_chk(polled, 2, 0, N(15)));
    CHECK(__ppoll_chk(polled, 2, NULL, NULL, N(16)) == 2 ? 0 : (abort(), 0));
    CHECK(__ppoll_chk(polled, 2, NULL, NULL, N(15)));
    CHECK(__fdelt_chk(1023) == 15 ? 0 : (abort(), 0));
    CHECK(__fdelt_chk(1024));
    CHECK(__fdelt_chk(-1));
    CHECK(__fdelt_warn(64) == 1 ? 0 : (abort(), 0));
    CHECK(__fdelt_warn(1024));
    return 0;
}
