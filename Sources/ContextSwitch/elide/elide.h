// Mask elision: what the parts share. Preloaded, this library sees every way a libc changes a signal mask and makes the mask unknown
// there; the context functions then ask the kernel, and know it from then on (arch/*/mask.h).
//
// Ways that need no function here: sigsuspend, pselect, ppoll, epoll_pwait and sigpause put the mask back before they return, and
// handlers that run meanwhile are wrapped; a thread starts with its mask unknown; fork keeps thread and mask; what the libc blocks
// inside its own calls (abort, system, posix_spawn, raise) is back when they return, and only handlers run meanwhile.
#pragma once
#include "../function.h"
#include <stddef.h>
#include <stdint.h>

/// Not 0: the mode is on. The context functions read it.
CONTEXT_HIDDEN extern volatile unsigned char HIDDEN(elision);
#define elision HIDDEN(elision)
/// The thread's mask is unknown from here on.
CONTEXT_HIDDEN void HIDDEN(forget)(void);
#define forget HIDDEN(forget)

/// A system call without the libc. The mask that it changes is not forgotten: for the moment between two such calls.
CONTEXT_HIDDEN long HIDDEN(system_call)(long number, ...);

/// Turns elision off for good, because something happens that it cannot follow.
CONTEXT_HIDDEN void HIDDEN(distrust)(void);
#define distrust HIDDEN(distrust)
/// Wraps the handlers that were installed before anyone asked for elision.
CONTEXT_HIDDEN void HIDDEN(wrap_present_handlers)(void);
#define wrap_present_handlers HIDDEN(wrap_present_handlers)

/// The next library's function of a name, NULL where there is none. All are looked up when the library is loaded: dlsym holds a lock of
/// the thread's, and code that a handler continues on another thread could not give it back.
struct context_next { void *function; const char *name; } __attribute__((aligned(2 * sizeof(void *))));
CONTEXT_HIDDEN void *HIDDEN(next)(struct context_next *);
#define NEXT(name) ({ \
    static struct context_next next_ __attribute__((section("context_next"), used)) = { NULL, #name }; \
    (__typeof__(&name))HIDDEN(next)(&next_); })

#define EXPORT __attribute__((visibility("default")))

typedef struct sigset sigset_type;      // opaque: libcs differ in what lies behind the first 64 bits
typedef void handler_function(int signal, void *info, void *context); // handlers that take less ignore the rest

/// The function that the kernel gets for every handler, or what an architecture has in front of it.
CONTEXT_HIDDEN void HIDDEN(wrapper)(int signal, void *info, void *context);

// The architecture's part: GLIBC_FIRST, the version that glibc's first release for it has; SIGVEC, SIGVEC_AT(version) where glibc has
// that function; WRAPPER; and restart_sequence, which lets interrupted code begin anew what must be done on one thread.
#include <elide-machine.h>
