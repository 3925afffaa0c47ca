// Calls into Swift from places where every register still belongs to somebody: the lazy resolver (arguments of the
// function that is being resolved, vector registers included) and the TLS descriptors. What xsave knows of is saved
// with xsavec where the processor has it, with xsave otherwise; glibc_compat_save_size says how much room that takes, 0
// before it is known: fxsave then.

        .text
// In: rax the function, rdi and rsi its arguments. Out: rax its result. Everything else is kept.
        .globl  glibc_compat_call_saving_all
        .hidden glibc_compat_call_saving_all
        .type   glibc_compat_call_saving_all, @function
glibc_compat_call_saving_all:
        .cfi_startproc
        pushq   %rbp
        .cfi_adjust_cfa_offset 8
        .cfi_rel_offset rbp, 0
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        pushq   %rbx
        .cfi_offset rbx, -24
        pushq   %rcx
        pushq   %rdx
        pushq   %rsi
        pushq   %rdi
        pushq   %r8
        pushq   %r9
        pushq   %r10
        pushq   %r11
        movq    %rax, %r11
        movq    glibc_compat_save_size(%rip), %rbx
        testq   %rbx, %rbx
        jz      2f
        subq    %rbx, %rsp
        andq    $-64, %rsp
        xorl    %eax, %eax              // the header of the save area must be zero
        movq    %rax, 512(%rsp)
        movq    %rax, 520(%rsp)
        movq    %rax, 528(%rsp)
        movq    %rax, 536(%rsp)
        movq    %rax, 544(%rsp)
        movq    %rax, 552(%rsp)
        movq    %rax, 560(%rsp)
        movq    %rax, 568(%rsp)
        movl    glibc_compat_save_mask(%rip), %eax
        xorl    %edx, %edx
        cmpb    $0, glibc_compat_has_xsavec(%rip)
        je      1f
        xsavec  (%rsp)
        jmp     3f
1:      xsave   (%rsp)
        jmp     3f
2:      subq    $512, %rsp
        andq    $-64, %rsp
        fxsave  (%rsp)
3:      call    *%r11
        movq    %rax, %r11
        testq   %rbx, %rbx
        jz      4f
        movl    glibc_compat_save_mask(%rip), %eax
        xorl    %edx, %edx
        xrstor  (%rsp)
        jmp     5f
4:      fxrstor (%rsp)
5:      movq    %r11, %rax
        leaq    -72(%rbp), %rsp
        popq    %r11
        popq    %r10
        popq    %r9
        popq    %r8
        popq    %rdi
        popq    %rsi
        popq    %rdx
        popq    %rcx
        popq    %rbx
        popq    %rbp
        .cfi_def_cfa rsp, 8
        ret
        .cfi_endproc
        .size   glibc_compat_call_saving_all, . - glibc_compat_call_saving_all

// The third word of a library's GOT: its PLT pushed the relocation's number, then the second word (the object).
        .globl  glibc_compat_resolve_lazily
        .hidden glibc_compat_resolve_lazily
        .type   glibc_compat_resolve_lazily, @function
glibc_compat_resolve_lazily:
        .cfi_startproc
        .cfi_adjust_cfa_offset 16
        pushq   %rax                    // number of vector arguments of a variadic call
        .cfi_adjust_cfa_offset 8
        pushq   %rdi
        .cfi_adjust_cfa_offset 8
        pushq   %rsi
        .cfi_adjust_cfa_offset 8
        movq    24(%rsp), %rdi          // object
        movq    32(%rsp), %rsi          // number
        leaq    glibc_compat_bind_slot(%rip), %rax
        call    glibc_compat_call_saving_all
        movq    %rax, 32(%rsp)          // the function
        popq    %rsi
        .cfi_adjust_cfa_offset -8
        popq    %rdi
        .cfi_adjust_cfa_offset -8
        popq    %rax
        .cfi_adjust_cfa_offset -8
        movq    8(%rsp), %r11           // the one register that a call through the PLT may change
        leaq    16(%rsp), %rsp
        .cfi_adjust_cfa_offset -16
        jmp     *%r11
        .cfi_endproc
        .size   glibc_compat_resolve_lazily, . - glibc_compat_resolve_lazily

        .section .note.GNU-stack, "", @progbits
