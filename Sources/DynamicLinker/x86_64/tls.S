// Thread-local storage as compiled code asks for it: __tls_get_addr and the TLS descriptors of -mtls-dialect=gnu2
// (Drepper, "ELF Handling For Thread-Local Storage"; Oliva, "Thread-Local Storage Descriptors").
//
// Per thread there is one word of ours, at glibc_compat_slot_offset from the thread pointer, the address of
//      +0   number of entries           +8   entries: address of module n's block, or 0
// The composite image holds 0 there, so a new thread starts without and its first access takes the slow way.
//
// Blocks of the program and of what was loaded with it lie at the same distance from every thread pointer: there the linker has written the
// distance, a negative number, in place of the module's (ThreadRelocation.swift).

        .text
        .globl  __tls_get_addr
        .type   __tls_get_addr, @function
__tls_get_addr:
        .cfi_startproc
        movq    (%rdi), %rax            // module
        testq   %rax, %rax
        jns     2f
        addq    %fs:0, %rax
        addq    8(%rdi), %rax
        ret
2:      movq    glibc_compat_slot_offset(%rip), %rdx
        movq    %fs:(%rdx), %rdx
        testq   %rdx, %rdx
        jz      1f
        cmpq    (%rdx), %rax
        jae     1f
        movq    8(%rdx,%rax,8), %rax
        testq   %rax, %rax
        jz      1f
        addq    8(%rdi), %rax
        ret
1:      pushq   %rbp                    // some compilers called this with a stack that was not aligned
        .cfi_adjust_cfa_offset 8
        .cfi_rel_offset rbp, 0
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        andq    $-16, %rsp
        call    glibc_compat_tls_slow
        leave
        .cfi_def_cfa rsp, 8
        ret
        .cfi_endproc
        .size   __tls_get_addr, . - __tls_get_addr

// A variable in the static block: the descriptor holds its offset.
        .globl  glibc_compat_tlsdesc_static
        .hidden glibc_compat_tlsdesc_static
        .type   glibc_compat_tlsdesc_static, @function
glibc_compat_tlsdesc_static:
        .cfi_startproc
        movq    8(%rax), %rax
        ret
        .cfi_endproc
        .size   glibc_compat_tlsdesc_static, . - glibc_compat_tlsdesc_static

// A weak variable that nobody defines: its address is the addend.
        .globl  glibc_compat_tlsdesc_undefined
        .hidden glibc_compat_tlsdesc_undefined
        .type   glibc_compat_tlsdesc_undefined, @function
glibc_compat_tlsdesc_undefined:
        .cfi_startproc
        movq    8(%rax), %rax
        subq    %fs:0, %rax
        ret
        .cfi_endproc
        .size   glibc_compat_tlsdesc_undefined, . - glibc_compat_tlsdesc_undefined

// A variable of a library opened late: the descriptor points to {module, offset}. Every register but rax is the
// caller's.
        .globl  glibc_compat_tlsdesc_dynamic
        .hidden glibc_compat_tlsdesc_dynamic
        .type   glibc_compat_tlsdesc_dynamic, @function
glibc_compat_tlsdesc_dynamic:
        .cfi_startproc
        pushq   %rdi
        .cfi_adjust_cfa_offset 8
        pushq   %rdx
        .cfi_adjust_cfa_offset 8
        movq    8(%rax), %rdi
        movq    glibc_compat_slot_offset(%rip), %rax
        movq    %fs:(%rax), %rdx
        testq   %rdx, %rdx
        jz      1f
        movq    (%rdi), %rax
        cmpq    (%rdx), %rax
        jae     1f
        movq    8(%rdx,%rax,8), %rax
        testq   %rax, %rax
        jz      1f
        addq    8(%rdi), %rax
2:      subq    %fs:0, %rax
        popq    %rdx
        .cfi_adjust_cfa_offset -8
        popq    %rdi
        .cfi_adjust_cfa_offset -8
        ret
        .cfi_adjust_cfa_offset 16
1:      leaq    glibc_compat_tls_slow(%rip), %rax
        call    glibc_compat_call_saving_all
        jmp     2b
        .cfi_endproc
        .size   glibc_compat_tlsdesc_dynamic, . - glibc_compat_tlsdesc_dynamic

        .section .note.GNU-stack, "", @progbits
