// <aio.h>: what the parts of asynchronous reading and writing share.
#pragma once
#include <signal.h>
#include <sys/types.h>

/// Operations beside LIO_READ and LIO_WRITE.
enum { GLIBC_COMPAT_SYNC = 16, GLIBC_COMPAT_DATA_SYNC };

/// Changes whenever a request is done, and wakes who waits for that.
extern _Atomic int glibc_compat_aio_done;

/// Tells the program by the signal or the thread that it has asked for: 0 or an errno. `caller` is the process that the signal says it is from.
int glibc_compat_aio_notify(const struct sigevent *event, pid_t caller);
