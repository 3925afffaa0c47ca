// How a switch that cannot happen is reported, and how a process ends with its last context: the only two places where the libc
// around this library is asked for anything, and only where there is one.
#include "function.h"

#if !defined WITHOUT_MASK || !defined FREESTANDING
extern int *__errno_location(void) __attribute__((weak));
#endif

/// The switch failed with -errno, the system call's or one of its own: sets errno, returns -1.
CONTEXT_HIDDEN int HIDDEN(fail)(long result)
{
#if !defined WITHOUT_MASK || !defined FREESTANDING
    if (__errno_location)
        *__errno_location() = (int)-result;
#endif
    (void)result;
    return -1;
}

extern void EXIT_FUNCTION(int status) __attribute__((weak));

/// Ends the process as its libc does, with atexit handlers and flushed streams. Returns where there is no libc to do it.
CONTEXT_HIDDEN void HIDDEN(finish)(int status)
{
    if (EXIT_FUNCTION)
        EXIT_FUNCTION(status);
}
