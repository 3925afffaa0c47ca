// Functions that change the thread's mask, or leave for a place with another one: the mask is unknown when they begin, and nothing
// but a context function, which asks the kernel, makes it known. They may run in the child of vfork, which shares the thread's
// variable with its parent: all they do is to forget.
#include "elide.h"

typedef struct jump_buffer jump_buffer;

extern int sigprocmask(int, const sigset_type *, sigset_type *), pthread_sigmask(int, const sigset_type *, sigset_type *);
extern int sighold(int), sigrelse(int), sigblock(int), sigsetmask(int);
extern void longjmp(jump_buffer *, int) __attribute__((noreturn)), _longjmp(jump_buffer *, int) __attribute__((noreturn));
extern void siglongjmp(jump_buffer *, int) __attribute__((noreturn)), __longjmp_chk(jump_buffer *, int) __attribute__((noreturn));
extern int pthread_cancel(unsigned long);

#define FORGETTING(name, parameters, arguments) \
    EXPORT int name parameters { forget(); __typeof__(&name) function = NEXT(name); return function ? function arguments : -1; }

EXPORT int sigprocmask(int how, const sigset_type *set, sigset_type *old)
{
    if (set)
        forget();
    return NEXT(sigprocmask)(how, set, old);
}
FORGETTING(sighold, (int signal), (signal))
FORGETTING(sigrelse, (int signal), (signal))
FORGETTING(sigblock, (int mask), (mask))
FORGETTING(sigsetmask, (int mask), (mask))

#define FORGETTING_JUMP(name) \
    EXPORT void name(jump_buffer *buffer, int value) { forget(); NEXT(name)(buffer, value); __builtin_unreachable(); }
FORGETTING_JUMP(longjmp)
FORGETTING_JUMP(_longjmp)
FORGETTING_JUMP(siglongjmp)
FORGETTING_JUMP(__longjmp_chk)

// Old programs install handlers by sigvec, which glibc keeps for them only, with another structure.
#define SIGVEC_AT(version) \
    extern void *dlvsym(void *, const char *, const char *) __attribute__((weak)); \
    EXPORT int sigvec_copy(int signal, const void *new, void *old) \
    { \
        distrust(); \
        int (*function)(int, const void *, void *) = dlvsym ? dlvsym((void *)-1, "sigvec", version) : NULL; \
        return function ? function(signal, new, old) : -1; \
    } \
    __asm__(".symver sigvec_copy, sigvec@" version);
SIGVEC

// Both have an older version, for programs linked when they were libpthread's.
#define TWO_VERSIONS(name, copy, old, current) \
    __asm__(".symver " #copy ", " #name "@" old "\n.symver " CONTEXT_STRING(copy##_current) ", " #name "@@" current)

EXPORT int pthread_sigmask_copy(int how, const sigset_type *set, sigset_type *old)
{
    if (set)
        forget();
    return NEXT(pthread_sigmask)(how, set, old);
}
extern __typeof__(pthread_sigmask_copy) pthread_sigmask_copy_current __attribute__((alias("pthread_sigmask_copy")));
TWO_VERSIONS(pthread_sigmask, pthread_sigmask_copy, GLIBC_FIRST, "GLIBC_2.32");

// A thread that is cancelled runs its cleanup functions in the libc's own handler, which is not wrapped.
EXPORT int pthread_cancel_copy(unsigned long thread)
{
    distrust();
    return NEXT(pthread_cancel)(thread);
}
extern __typeof__(pthread_cancel_copy) pthread_cancel_copy_current __attribute__((alias("pthread_cancel_copy")));
TWO_VERSIONS(pthread_cancel, pthread_cancel_copy, GLIBC_FIRST, "GLIBC_2.34");
