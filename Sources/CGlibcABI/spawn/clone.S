// glibc_compat_spawn_clone: clone and clone3 into a function on another stack. Everything but rax and rsp is the same in the child, so
// what it is to do travels in registers that neither call reads without CLONE_SETTLS: r8 and r9. Source: clone(2), psABI A.2.1.
#if defined __x86_64__
    .section .text.glibc_compat_spawn_clone, "ax", @progbits
    .globl glibc_compat_spawn_clone
    .hidden glibc_compat_spawn_clone
    .type glibc_compat_spawn_clone, @function
    .p2align 4
glibc_compat_spawn_clone:
    .cfi_startproc
    mov %rdi, %rax
    mov %rsi, %rdi
    mov %rdx, %rsi
    mov %rcx, %rdx
    xor %r10d, %r10d
    syscall
    test %rax, %rax
    jz 1f
    ret
1:  // The child: no caller to go back to.
    .cfi_undefined rip
    xor %ebp, %ebp
    and $-16, %rsp
    mov %r9, %rdi
    call *%r8
    mov %eax, %edi
    mov $231, %eax              // exit_group
    syscall
    hlt
    .cfi_endproc
    .size glibc_compat_spawn_clone, . - glibc_compat_spawn_clone
#endif
    .section .note.GNU-stack, "", @progbits
