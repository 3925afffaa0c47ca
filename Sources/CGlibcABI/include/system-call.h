// What Swift cannot call: the variadic syscall(2).
#pragma once
#include <sys/syscall.h>
#include <unistd.h>

// Newer than the oldest musl that the shim is built against. Since Linux 5.1 a new call has the same number everywhere.
#ifndef SYS_process_mrelease
#define SYS_process_mrelease 448
#endif

/// The system call `number`: its result, or -1 with the error in errno.
static inline long glibc_compat_system_call(long number, long a, long b, long c, long d, long e, long f)
{
    return syscall(number, a, b, c, d, e, f);
}
