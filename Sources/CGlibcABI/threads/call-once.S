// void glibc_compat_call_once(void (*function)(void)): calls it from a frame with a personality routine of our own, through which
// pthread_once learns that an exception or a cancellation left the function.
    .text
    .globl glibc_compat_call_once
    .type glibc_compat_call_once, @function
    .p2align 4
glibc_compat_call_once:
    .cfi_startproc
    .cfi_personality 0x1b, glibc_compat_once_personality    // pc-relative, four bytes
    .hidden glibc_compat_once_personality
    sub $8, %rsp
    .cfi_adjust_cfa_offset 8
    call *%rdi
    add $8, %rsp
    .cfi_adjust_cfa_offset -8
    ret
    .cfi_endproc
    .size glibc_compat_call_once, . - glibc_compat_call_once
    .section .note.GNU-stack, "", @progbits
