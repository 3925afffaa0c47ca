// Context switches without the system call for the signal mask, where it would change nothing: libglibc-ucontext-elide.so.1.
#pragma once
#ifdef __cplusplus
extern "C" {
#endif

/// Turns mask elision on (not 0) or off (0) for the whole process, like GLIBC_UCONTEXT_MASK=elide in the environment. Returns 1 where
/// it was on before, 0 where it was off, -1 where it cannot be turned on any more: a thread has been cancelled, or a handler was
/// installed by the bare system call.
///
/// With it, getcontext, setcontext and swapcontext keep POSIX's rules for the mask and make no system call where the thread's mask is
/// known and the same. The library must come before libc in the order of lookup (LD_PRELOAD, or linked), because it knows the mask
/// from seeing each change. To be called outside of signal handlers, before other threads run. What it cannot see: `syscall`
/// instructions of the program's own that change the mask or install handlers.
int glibc_compat_ucontext_mask_elide(int on);

#ifdef __cplusplus
}
#endif
