// glibc's plain strerror_r is the GNU variant, which musl's <string.h> declares with another type: a jump says it without a clash.
    .text
    .globl strerror_r
    .type strerror_r, @function
strerror_r:
    .cfi_startproc
    jmp __strerror_r
    .cfi_endproc
    .size strerror_r, . - strerror_r
    .section .note.GNU-stack,"",@progbits
