// System calls that are cancellation points on glibc and not in musl, or that musl lacks.
//
// A cancellation may come while they block: the type is asynchronous meanwhile, as in glibc itself. musl then continues the thread in its own
// code, from where the frame of the cancellation point (cancel-points.S) is found as ever.
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>
#include "next.h"
#include "thread-state.h"

#ifndef SYS_epoll_pwait2
#define SYS_epoll_pwait2 441
#endif

long glibc_compat_cancellable_call(long number, long a, long b, long c, long d, long e, long f)
{
    int type, enclosing = glibc_compat_thread.call_is_asynchronous;
    glibc_compat_thread.call_is_asynchronous = 1;
    NEXT(pthread_setcanceltype)(PTHREAD_CANCEL_ASYNCHRONOUS, &type);
    long result = syscall(number, a, b, c, d, e, f);
    glibc_compat_thread.call_is_asynchronous = enclosing;
    NEXT(pthread_setcanceltype)(type, NULL);
    return result;
}
#define CALL(name, a, b, c, d, e, f) glibc_compat_cancellable_call(SYS_##name, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), (long)(f))

#ifndef F_OFD_SETLKW
#define F_OFD_SETLKW 38
#endif

/// fcntl(2). musl's is a cancellation point for locks of processes only. The third argument is an int, a pointer or none; each fits.
int glibc_compat_fcntl(int file, int command, void *argument)
{
    return command == F_OFD_SETLKW ? (int)CALL(fcntl, file, command, argument, 0, 0, 0) : NEXT(fcntl)(file, command, argument);
}

/// pwrite(2), and pwritev(2) below. To a file open with O_APPEND the kernel appends, and glibc lets it; musl since 1.2.5 writes at the offset.
ssize_t glibc_compat_pwrite(int file, const void *bytes, size_t size, off_t offset) { return CALL(pwrite64, file, bytes, size, offset, 0, 0); }
ssize_t glibc_compat_pwritev(int file, const struct iovec *parts, int count, off_t offset) { return CALL(pwritev, file, parts, count, offset, 0, 0); }

/// splice(2).
ssize_t glibc_compat_splice(int from, off_t *from_offset, int to, off_t *to_offset, size_t size, unsigned flags)
{
    return CALL(splice, from, from_offset, to, to_offset, size, flags);
}

/// tee(2).
ssize_t glibc_compat_tee(int from, int to, size_t size, unsigned flags) { return CALL(tee, from, to, size, flags, 0, 0); }

/// vmsplice(2).
ssize_t glibc_compat_vmsplice(int file, const struct iovec *parts, size_t count, unsigned flags)
{
    return CALL(vmsplice, file, parts, count, flags, 0, 0);
}

/// copy_file_range(2).
ssize_t glibc_compat_copy_file_range(int from, off_t *from_offset, int to, off_t *to_offset, size_t size, unsigned flags)
{
    return CALL(copy_file_range, from, from_offset, to, to_offset, size, flags);
}

/// sync_file_range(2).
int glibc_compat_sync_file_range(int file, off_t offset, off_t size, unsigned flags)
{
    return (int)CALL(sync_file_range, file, offset, size, flags, 0, 0);
}

/// fallocate(2).
int glibc_compat_fallocate(int file, int mode, off_t offset, off_t size) { return (int)CALL(fallocate, file, mode, offset, size, 0, 0); }

/// open_by_handle_at(2).
int glibc_compat_open_by_handle_at(int mount, struct file_handle *handle, int flags)
{
    return (int)CALL(open_by_handle_at, mount, handle, flags, 0, 0, 0);
}

/// epoll_pwait2(2). The kernel's signal set has 64 signals.
int glibc_compat_epoll_pwait2(int file, struct epoll_event *events, int most, const struct timespec *timeout, const sigset_t *mask)
{
    return (int)CALL(epoll_pwait2, file, events, most, timeout, mask, 8);
}

/// wait4(2).
pid_t glibc_compat_wait4(pid_t child, int *status, int options, struct rusage *usage)
{
    return (pid_t)CALL(wait4, child, status, options, usage, 0, 0);
}

/// wait3(2).
pid_t glibc_compat_wait3(int *status, int options, struct rusage *usage) { return glibc_compat_wait4(-1, status, options, usage); }

typedef ssize_t without_offset(int, const struct iovec *, int);
typedef ssize_t with_offset(int, const struct iovec *, int, off_t);

// Without flags the calls work on kernels before 4.6 too, where flags give ENOTSUP. Offset -1 is the file's own.
static ssize_t transfer(long number, without_offset *plain, with_offset *at, int file, const struct iovec *parts, int count, off_t offset, int flags)
{
    ssize_t result = glibc_compat_cancellable_call(number, file, (long)parts, count, offset, 0, flags);
    if (result >= 0 || errno != ENOSYS)
        return result;
    if (flags) {
        errno = ENOTSUP;
        return -1;
    }
    return offset == -1 ? plain(file, parts, count) : at(file, parts, count, offset);
}

/// preadv2(2).
ssize_t glibc_compat_preadv2(int file, const struct iovec *parts, int count, off_t offset, int flags)
{
    return transfer(SYS_preadv2, readv, preadv, file, parts, count, offset, flags);
}

/// pwritev2(2).
ssize_t glibc_compat_pwritev2(int file, const struct iovec *parts, int count, off_t offset, int flags)
{
    return transfer(SYS_pwritev2, writev, pwritev, file, parts, count, offset, flags);
}
