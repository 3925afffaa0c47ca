// As much of a libc as the context tests need, on raw system calls. machine.h knows the machine: `_start` and `system_call`.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <asm/unistd.h>
#include <glibc-compat/ucontext.h>
#include "machine.h"

typedef struct glibc_compat_ucontext ucontext_t;
int getcontext(ucontext_t *) __attribute__((returns_twice));
int setcontext(const ucontext_t *);
int swapcontext(ucontext_t *, const ucontext_t *);
void makecontext(ucontext_t *, void (*)(void), int, ...);

typedef struct { unsigned long bits[128 / sizeof(unsigned long)]; } sigset_t;
#define FREESTANDING_LONG_BITS (8 * (int)sizeof(unsigned long))
#define EFAULT 14
#define INT_MAX __INT_MAX__
#define INT_MIN (-__INT_MAX__ - 1)
#define SIGTERM 15
#ifdef __mips__
#define SIGUSR1 16
#define SIGUSR2 17
#define SIG_BLOCK 1
#define SIG_SETMASK 3
#define FREESTANDING_MASK_SIZE 16
#else
// The kernel's numbers on most machines; machine.h defines its own first, where it has others.
#ifndef SIGUSR1
#define SIGUSR1 10
#define SIGUSR2 12
#endif
#ifndef SIG_SETMASK
#define SIG_BLOCK 0
#define SIG_SETMASK 2
#endif
#define FREESTANDING_MASK_SIZE 8
#endif

static int freestanding_errno;
int *__errno_location(void) { return &freestanding_errno; }
#define errno freestanding_errno

static inline void _exit(int status)
{
    for (;;)
        system_call(__NR_exit_group, status, 0, 0, 0);
}
void exit(int status) { _exit(status); }

static inline long write(int file, const void *bytes, size_t size) { return system_call(__NR_write, file, (long)bytes, size, 0); }
static inline int sigprocmask(int how, const sigset_t *set, sigset_t *old)
{
    return system_call(__NR_rt_sigprocmask, how, (long)set, (long)old, FREESTANDING_MASK_SIZE) ? -1 : 0;
}
static inline int sigaddset(sigset_t *set, int signal)
{
    set->bits[(signal - 1) / FREESTANDING_LONG_BITS] |= 1ul << (signal - 1) % FREESTANDING_LONG_BITS;
    return 0;
}
static inline int sigismember(const sigset_t *set, int signal)
{
    return set->bits[(signal - 1) / FREESTANDING_LONG_BITS] >> (signal - 1) % FREESTANDING_LONG_BITS & 1;
}

void *memset(void *to, int byte, size_t size)
{
    volatile unsigned char *bytes = to;
    while (size--)
        *bytes++ = byte;
    return to;
}
void *memcpy(void *to, const void *from, size_t size)
{
    volatile unsigned char *bytes = to;
    const unsigned char *source = from;
    while (size--)
        *bytes++ = *source++;
    return to;
}
int memcmp(const void *a, const void *b, size_t size)
{
    const volatile unsigned char *x = a, *y = b;
    for (; size--; x++, y++)
        if (*x != *y)
            return *x - *y;
    return 0;
}
size_t strlen(const char *text)
{
    const volatile char *end = text;
    while (*end)
        end++;
    return end - text;
}

int main(void);
void freestanding_main(void)
{
#ifdef HARNESS_SHADOW_STACK
    if (!shadow_stack_on())
        exit(77);
#endif
    exit(main());
}
