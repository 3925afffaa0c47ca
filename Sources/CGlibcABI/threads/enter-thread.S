// void glibc_compat_enter_thread(struct start *start): where a thread begins whose block is on its own stack (blocks.c). The record's first word
// is the stack; nothing goes back to musl's frame, and an unwinder stops here.
    .text
    .globl glibc_compat_enter_thread
    .hidden glibc_compat_enter_thread
    .type glibc_compat_enter_thread, @function
    .p2align 4
glibc_compat_enter_thread:
    .cfi_startproc
    .cfi_undefined rip
    mov (%rdi), %rsp
    xor %ebp, %ebp
    call glibc_compat_thread_begins
    ud2
    .cfi_endproc
    .size glibc_compat_enter_thread, . - glibc_compat_enter_thread
    .hidden glibc_compat_thread_begins
    .section .note.GNU-stack, "", @progbits
