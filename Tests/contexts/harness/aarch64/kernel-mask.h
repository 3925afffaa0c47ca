// The thread's mask from the kernel itself, by a call that no library sees.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>

#pragma GCC target("no-outline-atomics")        // libgcc's functions for them need glibc

/// As many as take some seconds, emulated.
#define RANDOM_STEPS 400000

/// The libcs' own signals, 32 to 34: they may appear in a mask for a moment.
#define LIBC_SIGNALS ((uint64_t)7 << 31)

static inline void kernel_call_for_mask(long how, const uint64_t *set, uint64_t *old)
{
    register long number __asm__("x8") = SYS_rt_sigprocmask, result __asm__("x0") = how, size __asm__("x3") = 8;
    register const uint64_t *second __asm__("x1") = set;
    register uint64_t *third __asm__("x2") = old;
    __asm__ volatile("svc 0" : "+r"(result) : "r"(number), "r"(second), "r"(third), "r"(size) : "memory");
}

/// Sets it, by a call that no library sees either.
static inline void kernel_set_mask(uint64_t mask) { kernel_call_for_mask(2, &mask, NULL); }

static inline uint64_t kernel_mask(void)
{
    uint64_t mask = 0;
    kernel_call_for_mask(0, NULL, &mask);
    return mask & ~LIBC_SIGNALS;
}

/// A handler that began on another thread returns to this one: its frame says nothing of threads.
static inline void return_on_this_thread(void *frame) { (void)frame; }
