// The machine's part for tests that also run on a libc, with the common forms of what it leaves out.
#pragma once
#include <stdint.h>
#include "machine.h"

#ifndef FUNCTION_CALL
/// Calls every function from one place, so that what getcontext stores of its caller is the same for each.
static void __attribute__((noinline, unused)) function_call(int (*function)(void *), void *context)
{
    int (*volatile target)(void *) = function;
    target(context);
}
static inline void fp_reset(void) {}
#endif
#ifndef FOOTPRINT_IGNORES
#define FOOTPRINT_IGNORES(byte) 0
#endif
