// What no Swift expression says: a system call, the thread pointer, the processor's features.

        .text
// glibc_compat_syscall(number, a, b, c, d, e, f): the kernel's answer, -errno included.
        .globl  glibc_compat_syscall
        .hidden glibc_compat_syscall
        .type   glibc_compat_syscall, @function
glibc_compat_syscall:
        .cfi_startproc
        movq    %rdi, %rax
        movq    %rsi, %rdi
        movq    %rdx, %rsi
        movq    %rcx, %rdx
        movq    %r8, %r10
        movq    %r9, %r8
        movq    8(%rsp), %r9
        syscall
        ret
        .cfi_endproc
        .size   glibc_compat_syscall, . - glibc_compat_syscall

// The address that the thread pointer holds; only valid once musl has started.
        .globl  glibc_compat_thread_pointer
        .hidden glibc_compat_thread_pointer
        .type   glibc_compat_thread_pointer, @function
glibc_compat_thread_pointer:
        .cfi_startproc
        movq    %fs:0, %rax
        ret
        .cfi_endproc
        .size   glibc_compat_thread_pointer, . - glibc_compat_thread_pointer

// glibc_compat_cpuid(leaf, subleaf, uint32_t out[4]): eax, ebx, ecx, edx.
        .globl  glibc_compat_cpuid
        .hidden glibc_compat_cpuid
        .type   glibc_compat_cpuid, @function
glibc_compat_cpuid:
        .cfi_startproc
        pushq   %rbx
        .cfi_adjust_cfa_offset 8
        .cfi_rel_offset rbx, 0
        movq    %rdx, %r8
        movl    %edi, %eax
        movl    %esi, %ecx
        cpuid
        movl    %eax, (%r8)
        movl    %ebx, 4(%r8)
        movl    %ecx, 8(%r8)
        movl    %edx, 12(%r8)
        popq    %rbx
        .cfi_adjust_cfa_offset -8
        .cfi_restore rbx
        ret
        .cfi_endproc
        .size   glibc_compat_cpuid, . - glibc_compat_cpuid

// The low half of XCR0: which register states the system saves. Only valid where cpuid says OSXSAVE.
        .globl  glibc_compat_xgetbv
        .hidden glibc_compat_xgetbv
        .type   glibc_compat_xgetbv, @function
glibc_compat_xgetbv:
        .cfi_startproc
        xorl    %ecx, %ecx
        xgetbv
        ret
        .cfi_endproc
        .size   glibc_compat_xgetbv, . - glibc_compat_xgetbv

// glibc_compat_exchange(int *place, int expected, int desired): what was there; for words that belong to musl.
        .globl  glibc_compat_exchange
        .hidden glibc_compat_exchange
        .type   glibc_compat_exchange, @function
glibc_compat_exchange:
        .cfi_startproc
        movl    %esi, %eax
        lock cmpxchgl %edx, (%rdi)
        ret
        .cfi_endproc
        .size   glibc_compat_exchange, . - glibc_compat_exchange

        .section .note.GNU-stack, "", @progbits
