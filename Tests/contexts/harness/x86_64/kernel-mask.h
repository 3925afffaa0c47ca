// The thread's mask from the kernel itself, by a call that no library sees.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>

/// As many as take some seconds.
#define RANDOM_STEPS 2000000

/// The libcs' own signals, 32 to 34: they may appear in a mask for a moment.
#define LIBC_SIGNALS ((uint64_t)7 << 31)

static inline void kernel_call_for_mask(long how, const uint64_t *set, uint64_t *old)
{
    long result;
    register long size __asm__("r10") = 8;
    __asm__ volatile("syscall" : "=a"(result) : "0"(SYS_rt_sigprocmask), "D"(how), "S"(set), "d"(old), "r"(size) : "rcx", "r11", "memory");
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
