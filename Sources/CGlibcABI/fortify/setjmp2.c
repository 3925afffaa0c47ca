// <bits/setjmp2.h>: the checked longjmp. Source: LSB 5.0, `__longjmp_chk`.
//
// Refused is only a jump to a frame that has returned: its stack pointer is below the caller's. A program on an alternate
// signal stack may jump off it, to wherever that is.
#include "fortify.h"
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>

#if defined __x86_64__
// musl's jmp_buf: rbx rbp r12 r13 r14 r15 rsp rip, not mangled.
enum { SAVED_STACK_POINTER = 6 };
#else
#error "name the word of musl's jmp_buf that holds the stack pointer"
#endif

_Noreturn void __longjmp_chk(jmp_buf environment, int value)
{
    uintptr_t target = ((uintptr_t *)environment)[SAVED_STACK_POINTER];
    if (target < (uintptr_t)__builtin_frame_address(0)) {
        int saved = errno;
        stack_t alternate;
        if (sigaltstack(NULL, &alternate) == 0) {
            uintptr_t base = (uintptr_t)alternate.ss_sp;
            if (!(alternate.ss_flags & SS_ONSTACK) || (target >= base && target - base < alternate.ss_size))
                glibc_compat_fortify_fail("longjmp causes uninitialized stack frame");
        }
        errno = saved;
    }
    longjmp(environment, value);
}
