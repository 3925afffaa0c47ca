// Functions that glibc keeps for old programs. Each does or refuses what glibc's does.
#include "next.h"
#include <sys/resource.h>
#include <sys/stat.h>
#include <errno.h>
#include <stdio.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <time.h>

/// tmpnam with memory of the caller's; NULL gives NULL. Source: tmpnam_r(3).
char *tmpnam_r(char *to) { return to ? tmpnam(to) : NULL; }

/// Limits by their old numbers, one above those of setrlimit. Source: libc manual, "Limits on Resources".
int vlimit(int resource, int value)
{
    struct rlimit limit;
    if (resource < 1 || resource > 5) {
        errno = EINVAL;
        return -1;
    }
    if (getrlimit(resource - 1, &limit))
        return -1;
    limit.rlim_cur = (rlim_t)value;
    return setrlimit(resource - 1, &limit);
}

/// glibc's struct vtimes of old: times in sixtieths of a second.
struct vtimes { int user, system; unsigned data, text; int most, major, minor, swaps, in, out; };

static int fill_vtimes(int who, struct vtimes *to)
{
    struct rusage use;
    if (!to)
        return 0;
    if (getrusage(who, &use))
        return -1;
    *to = (struct vtimes){
        .user = (int)(use.ru_utime.tv_sec * 60 + use.ru_utime.tv_usec * 60 / 1000000),
        .system = (int)(use.ru_stime.tv_sec * 60 + use.ru_stime.tv_usec * 60 / 1000000),
        .data = (unsigned)(use.ru_idrss + use.ru_isrss), .text = (unsigned)use.ru_ixrss, .most = (int)use.ru_maxrss,
        .major = (int)use.ru_majflt, .minor = (int)use.ru_minflt, .swaps = (int)use.ru_nswap, .in = (int)use.ru_inblock,
        .out = (int)use.ru_oublock,
    };
    return 0;
}

/// What this process and its children have used. 0 or -1. Source: glibc's <sys/vtimes.h> of old.
int vtimes(struct vtimes *own, struct vtimes *children)
{
    return fill_vtimes(RUSAGE_SELF, own) || fill_vtimes(RUSAGE_CHILDREN, children) ? -1 : 0;
}

// System calls that the kernel lost, and calls that it never had: what glibc's stubs answer.
#define GONE(name) \
    long name(void) \
    { \
        errno = ENOSYS; \
        return -1; \
    }
GONE(sysctl) GONE(__sysctl) GONE(nfsservctl) GONE(uselib) GONE(bdflush) GONE(create_module) GONE(get_kernel_syms) GONE(query_module)
GONE(getmsg) GONE(getpmsg) GONE(putmsg) GONE(putpmsg) GONE(fattach) GONE(fdetach)

/// The stack cannot be grown by hand. Source: glibc's stub.
void *sstk(int increment)
{
    (void)increment;
    errno = ENOSYS;
    return (void *)-1;
}

/// A file system's figures, in the kernel's own structure. Source: ustat(2).
int ustat(dev_t device, void *result) { return (int)syscall(SYS_ustat, device, result); }

/// lseek's older name. Source: llseek(3).
off_t llseek(int file, off_t offset, int from) { return lseek(file, offset, from); }

/// tolower and toupper for characters that are known to be letters. Source: glibc's <ctype.h>.
int (_tolower)(int c) { return tolower(c); }
int (_toupper)(int c) { return toupper(c); }

/// secure_getenv's name before 2.17.
char *__secure_getenv(const char *name) { return secure_getenv(name); }

/// How many threads the program expects to use for asynchronous input and output: advice, which nothing here needs. Source: aio_init(3).
void aio_init(const void *advice) { (void)advice; }

/// A hook of the profiler in glibc's loader; nothing is profiled here.
void _dl_mcount(unsigned long from, unsigned long to) { (void)from, (void)to; }

/// The size of a socket address by its family; 0 for an unknown one. Source: glibc's <bits/socket.h>, SA_LEN.
int __libc_sa_len(unsigned short family)
{
    switch (family) {
    case 1: return 110;                                             // AF_UNIX
    case 2: case 3: case 4: case 5: case 19: return 16;             // AF_INET, AF_AX25, AF_IPX, AF_APPLETALK, AF_ECONET
    case 10: case 11: return 28;                                    // AF_INET6, AF_ROSE
    case 17: return 20;                                             // AF_PACKET
    case 18: return 32;                                             // AF_ASH
    default: return 0;
    }
}
