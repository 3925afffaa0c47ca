// How a switch that cannot happen is reported, and how a process ends with its last context: the only two places where the libc
// around this library is asked for anything, and only where there is one.
#include "function.h"

#ifndef WITHOUT_MASK
extern int *__errno_location(void) __attribute__((weak));

/// The system call failed with -errno: sets errno, returns -1.
CONTEXT_HIDDEN int HIDDEN(fail)(long result)
{
    if (__errno_location)
        *__errno_location() = (int)-result;
    return -1;
}
#endif

extern void EXIT_FUNCTION(int status) __attribute__((weak));

/// Ends the process as its libc does, with atexit handlers and flushed streams. Returns where there is no libc to do it.
CONTEXT_HIDDEN void HIDDEN(finish)(int status)
{
    if (EXIT_FUNCTION)
        EXIT_FUNCTION(status);
}
