// A reference to a function that nobody defines is pointed at one of these, so that the program stops when it calls the
// function and not before. A table instead of generated code: no page is ever both writable and executable.

        .text
        .balign 16
        .globl  glibc_compat_missing_stubs
        .hidden glibc_compat_missing_stubs
        .type   glibc_compat_missing_stubs, @function
glibc_compat_missing_stubs:
        .cfi_startproc
        .set    number, 0
        .rept   2048
        .byte   0x68                    // push imm32: always five bytes, so that entry n is at n * 10
        .long   number
        .byte   0xe9                    // jmp rel32
        .long   missing - . - 4
        .set    number, number + 1
        .endr
missing:
        .cfi_adjust_cfa_offset 8
        popq    %rdi
        .cfi_adjust_cfa_offset -8
        andq    $-16, %rsp
        call    glibc_compat_missing_called
        hlt
        .cfi_endproc
        .size   glibc_compat_missing_stubs, . - glibc_compat_missing_stubs

        .section .note.GNU-stack, "", @progbits
