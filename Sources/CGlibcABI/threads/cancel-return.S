// Where the handler of the cancellation signal returns to: rt_sigreturn(2).
//
// Unwinders know the frame of a signal by these very instructions at the return address, where no unwind information says otherwise; they look for
// it one byte earlier, as for every return address, so that byte must belong to no function. Source: the x86-64 part of libgcc's and LLVM's unwinders.
    .section .text.glibc_compat_cancel_return, "ax", @progbits
    .globl glibc_compat_cancel_return
    .type glibc_compat_cancel_return, @function
    .p2align 4
    .skip 16, 0x90
glibc_compat_cancel_return:
    mov $15, %rax
    syscall
    .size glibc_compat_cancel_return, . - glibc_compat_cancel_return
    .section .note.GNU-stack, "", @progbits
