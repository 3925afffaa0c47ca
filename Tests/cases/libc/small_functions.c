// Small functions of <unistd.h>, <stdlib.h>, <malloc.h> and <sys/socket.h> that musl lacks: results and errors.
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <malloc.h>
#include <mcheck.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/timex.h>
#include <time.h>
#include <unistd.h>
extern int dysize(int), isfdtype(int, int), chflags(const char *, unsigned long), fchflags(int, unsigned long), revoke(const char *), setlogin(const char *);
extern struct cmsghdr *__cmsg_nxthdr(struct msghdr *, struct cmsghdr *);
extern void *__libc_malloc(size_t), __libc_free(void *), *__libc_memalign(size_t, size_t), *pvalloc(size_t);

int main(void)
{
    puts(canonicalize_file_name("/proc/../proc/./"));
    printf("%d %d\n", canonicalize_file_name("/no/such") == NULL, errno);
    printf("%d %d\n", canonicalize_file_name(NULL) == NULL, errno);
    printf("%d %d\n", group_member(getegid()), group_member(54321));
    printf("%d %d %d %d %d %d\n", rpmatch("yes"), rpmatch("No"), rpmatch("Y"), rpmatch("maybe"), rpmatch(""), rpmatch(" y"));
    printf("%d %d %d %d\n", dysize(2000), dysize(1900), dysize(2023), dysize(2024));
    char path[PATH_MAX];
    chdir("/proc");
    printf("%s\n", getwd(path));
    int null = open("/dev/null", O_RDWR);
    printf("%d %d %d\n", isfdtype(null, S_IFCHR), isfdtype(null, S_IFREG), isfdtype(-1, S_IFREG));
    printf("%d %d\n", errno, chflags("/", 0));
    printf("%d\n", errno);
    printf("%d\n", fchflags(-1, 0));
    printf("%d\n", errno);
    printf("%d %d\n", revoke("/x"), setlogin("me"));
    printf("%d\n", errno);
    struct timespec resolution = {9, 9};
    printf("%d %ld %d\n", timespec_getres(&resolution, TIME_UTC), (long)resolution.tv_sec, timespec_getres(&resolution, 99));
    struct ntptimeval now;
    memset(&now, 0x55, sizeof now);
    printf("%d %d\n", ntp_gettimex(&now) >= 0, now.time.tv_sec > 1000000000);
    getpw(0, path);
    puts(path);
    printf("%d\n", getpw(54321, path));

    union { struct cmsghdr header; char bytes[CMSG_SPACE(4) + CMSG_SPACE(8)]; } control;
    memset(&control, 0, sizeof control);
    struct msghdr message = {.msg_control = &control, .msg_controllen = sizeof control};
    struct cmsghdr *first = CMSG_FIRSTHDR(&message);
    first->cmsg_len = CMSG_LEN(4);
    struct cmsghdr *second = __cmsg_nxthdr(&message, first);
    printf("%td\n", (char *)second - (char *)first);
    second->cmsg_len = CMSG_LEN(8);
    printf("%d\n", __cmsg_nxthdr(&message, second) == NULL);
    second->cmsg_len = 1000;
    printf("%d\n", __cmsg_nxthdr(&message, first) == NULL);
    first->cmsg_len = 3;
    printf("%d\n", __cmsg_nxthdr(&message, first) == NULL);

    char *block = __libc_malloc(100);
    memset(block, 1, 100);
    __libc_free(block);
    printf("%d\n", (int)((size_t)__libc_memalign(4096, 10) % 4096));
    printf("%d %zu\n", (int)((size_t)pvalloc(10) % 4096), malloc_usable_size(pvalloc(10)) >= 4096 ? (size_t)1 : 0);
    printf("%d\n", mallopt(M_MMAP_THRESHOLD, 1 << 20));
    struct mallinfo2 info = mallinfo2();
    printf("%d\n", info.smblks == 0);
    printf("%d\n", malloc_info(1, stdout));
    printf("%d %d\n", mcheck(NULL), mprobe(path));
    mtrace(), muntrace();
    printf("%d %d\n", pkey_get(16), pkey_set(-1, 0));
    printf("%d\n", errno);
    void *page = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    printf("%d\n", pkey_mprotect(page, 4096, PROT_READ | PROT_WRITE, -1));
    *(char *)page = 1;
    printf("%d\n", fcloseall());
    return 0;
}
