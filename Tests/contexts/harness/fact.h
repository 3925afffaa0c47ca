// What the context tests have in common. A program proves one fact: it returns 0, or says which line does not hold and exits 1.
//
// The same programs run on a libc and without any: HARNESS_FREESTANDING replaces the libc by freestanding.h.
#pragma once
#ifdef HARNESS_FREESTANDING
#include "freestanding.h"
#else
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>
#endif
#include <stddef.h>

#define FACT_STRING(x)  FACT_STRING_(x)
#define FACT_STRING_(x) #x
#define CHECK(condition) \
    ((condition) ? (void)0 : fact_fails("line " FACT_STRING(__LINE__) " does not hold: " #condition "\n"))

static inline void fact_fails(const char *line)
{
    (void)!write(2, line, strlen(line));
    _exit(1);
}

/// A context ready to run `function` without arguments on `stack`, and to continue in `link`.
#define PREPARE(context, stack, link, function) \
    (CHECK(getcontext(context) == 0), (context)->uc_stack.ss_sp = (stack), (context)->uc_stack.ss_size = sizeof(stack), \
     (context)->uc_link = (link), makecontext((context), (void (*)(void))(function), 0))

// Where every instruction is stepped through, less of everything.
#ifdef HARNESS_STEPPED
#define OFTEN(count) ((count) / 100)
#else
#define OFTEN(count) (count)
#endif
#if defined HARNESS_STEPPED && defined HARNESS_FREESTANDING
#define FACT_STACK_SIZE 2048
#else
#define FACT_STACK_SIZE 65536
#endif
typedef char fact_stack[FACT_STACK_SIZE] __attribute__((aligned(16)));

/// The calling thread's signal mask as the kernel keeps it: bit n-1 is signal n.
static inline uint64_t mask_now(void)
{
    sigset_t set;
    uint64_t mask = 0;
    memset(&set, 0, sizeof set);
    sigprocmask(SIG_BLOCK, NULL, &set);
    for (int signal = 1; signal <= 64; signal++)
        if (signal != 32 && signal != 33 && signal != 34 && sigismember(&set, signal) == 1)
            mask |= (uint64_t)1 << (signal - 1);
    return mask;
}

/// Sets the mask; signals 32 to 34 are the libcs' own and stay out of it.
static inline void mask_become(uint64_t mask)
{
    sigset_t set;
    memset(&set, 0, sizeof set);
    for (int signal = 1; signal <= 64; signal++)
        if (signal != 32 && signal != 33 && signal != 34 && (mask & (uint64_t)1 << (signal - 1)))
            sigaddset(&set, signal);
    sigprocmask(SIG_SETMASK, &set, NULL);
}
/// A real-time signal that every kernel and emulator has: user-mode emulators keep the last ones for themselves.
#define REAL_TIME 56
#define SIGNAL_BIT(signal) ((uint64_t)1 << ((signal) - 1))
