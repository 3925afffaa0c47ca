// The two moments where the processor, not a caller, enters the loader (System V ABI, AMD64 supplement, 3.4.1).
//
//   kernel -> _start            rsp: argc, argv, environment, auxiliary vector, as the kernel made them
//          -> musl's entry      rsp: a copy of the synthetic vector that stage 1 built
//   musl   -> glibc_compat_musl_ready     musl is running; stage 2 links the program
//          -> the program's _start        rsp: the kernel's vector again, rdx: 0 (no exit function of the linker's)

        .text
        .globl  _start
        .hidden _start
        .type   _start, @function
_start:
        .cfi_startproc
        .cfi_undefined rip
        xorl    %ebp, %ebp
        movq    %rsp, %rdi
        andq    $-16, %rsp
        call    glibc_compat_boot       // returns {entry, number of words, words...}
        movq    (%rax), %rdx
        movq    8(%rax), %rcx
        leaq    16(%rax), %rsi
        leaq    (,%rcx,8), %rdi
        subq    %rdi, %rsp
        andq    $-16, %rsp
        movq    %rsp, %rdi
        rep movsq
        jmp     *%rdx
        .cfi_endproc
        .size   _start, . - _start

        .globl  glibc_compat_musl_ready
        .hidden glibc_compat_musl_ready
        .type   glibc_compat_musl_ready, @function
glibc_compat_musl_ready:
        .cfi_startproc
        .cfi_undefined rip
        xorl    %ebp, %ebp
        andq    $-16, %rsp
        call    glibc_compat_link       // returns {entry, stack pointer}
        movq    8(%rax), %rsp
        movq    (%rax), %rax
        xorl    %edx, %edx
        xorl    %ebp, %ebp
        jmp     *%rax
        .cfi_endproc
        .size   glibc_compat_musl_ready, . - glibc_compat_musl_ready

        .section .note.GNU-stack, "", @progbits
