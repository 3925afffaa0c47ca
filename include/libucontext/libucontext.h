// libucontext: the ucontext functions under names of their own, for programs that also have a libc's.
//
// They behave like getcontext(3), setcontext(3), swapcontext(3) and makecontext(3), but leave the signal mask alone and so make no
// system call. Link with -lucontext. The POSIX names with the mask are in -lucontext_posix.
#ifndef LIBUCONTEXT_LIBUCONTEXT_H
#define LIBUCONTEXT_LIBUCONTEXT_H

#include <libucontext/bits.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Stores the calling context. Returns 0, and 0 again each time the context is resumed.
int libucontext_getcontext(libucontext_ucontext_t *ucp);
/// Changes a context that libucontext_getcontext filled and whose uc_stack and uc_link the caller has set: resumed, it calls
/// `func` with `argc` words as arguments; where `func` returns, uc_link is resumed, or the process exits with status 0.
void libucontext_makecontext(libucontext_ucontext_t *ucp, void (*func)(void), int argc, ...);
/// Resumes a context; does not return.
int libucontext_setcontext(const libucontext_ucontext_t *ucp);
/// Stores the calling context in `oucp` and resumes `ucp`. Returns 0 once `oucp` is resumed.
int libucontext_swapcontext(libucontext_ucontext_t *oucp, const libucontext_ucontext_t *ucp);

#ifdef FREESTANDING
/// A library built with FREESTANDING=yes calls this, where it is defined, when a context without uc_link ends (status 0) or uc_link
/// cannot be resumed (255). It must not return.
void libucontext_exit(int status);
#endif

#ifdef __cplusplus
}
#endif

#endif
