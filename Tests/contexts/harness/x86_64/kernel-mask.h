// The thread's mask from the kernel itself, by a call that no library sees.
#pragma once
#include <stdint.h>
#include <sys/syscall.h>

/// The libcs' own signals, 32 to 34: they may appear in a mask for a moment.
#define LIBC_SIGNALS ((uint64_t)7 << 31)

static inline uint64_t kernel_mask(void)
{
    uint64_t mask = 0;
    long result;
    register long size __asm__("r10") = 8;
    __asm__ volatile("syscall" : "=a"(result) : "0"(SYS_rt_sigprocmask), "D"(0l), "S"(0l), "d"(&mask), "r"(size) : "rcx", "r11", "memory");
    return mask & ~LIBC_SIGNALS;
}
