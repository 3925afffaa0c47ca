// Telling valgrind of the stacks of contexts, so that a switch between them is not taken for a huge change of one stack.
//
//     unsigned id = GLIBC_COMPAT_STACK_REGISTER(stack, size);     before the first switch to it
//     GLIBC_COMPAT_STACK_DEREGISTER(id);                          before it is freed
//
// Without valgrind's header both are nothing; outside of valgrind they are a few instructions without effect. AddressSanitizer and
// ThreadSanitizer need nothing from here: their interceptors see the POSIX names.
#pragma once
#if defined __has_include && __has_include(<valgrind/valgrind.h>)
#include <valgrind/valgrind.h>
#define GLIBC_COMPAT_STACK_REGISTER(stack, size) VALGRIND_STACK_REGISTER((char *)(stack), (char *)(stack) + (size))
#define GLIBC_COMPAT_STACK_DEREGISTER(id)        VALGRIND_STACK_DEREGISTER(id)
#else
#define GLIBC_COMPAT_STACK_REGISTER(stack, size) ((void)(stack), (void)(size), 0u)
#define GLIBC_COMPAT_STACK_DEREGISTER(id)        ((void)(id))
#endif
