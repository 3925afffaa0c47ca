// The memory primitives that the Swift compiler emits calls to. They are assembly because a loop written in Swift would
// be compiled into a call to itself. String instructions: short, and no vector register is touched.

        .macro  FUNCTION name
        .globl  \name
        .hidden \name
        .type   \name, @function
\name:  .cfi_startproc
        .endm
        .macro  END name
        .cfi_endproc
        .size   \name, . - \name
        .endm

        .text
FUNCTION memcpy
        movq    %rdi, %rax
        movq    %rdx, %rcx
        rep movsb
        ret
END memcpy

FUNCTION memmove
        movq    %rdi, %rax
        movq    %rdx, %rcx
        movq    %rdi, %r8
        subq    %rsi, %r8
        cmpq    %rdx, %r8               // unsigned: below means that the destination starts inside the source
        jb      1f
        rep movsb
        ret
1:      leaq    -1(%rdi,%rdx), %rdi
        leaq    -1(%rsi,%rdx), %rsi
        std
        rep movsb
        cld
        ret
END memmove

FUNCTION memset
        movq    %rdi, %r8
        movl    %esi, %eax
        movq    %rdx, %rcx
        rep stosb
        movq    %r8, %rax
        ret
END memset

FUNCTION memcmp
        xorl    %eax, %eax
        movq    %rdx, %rcx
        cmpq    %rcx, %rcx              // equal, where there is nothing to compare
        repe cmpsb
        je      1f
        movzbl  -1(%rdi), %eax
        movzbl  -1(%rsi), %ecx
        subl    %ecx, %eax
1:      ret
END memcmp

FUNCTION bcmp
        jmp     memcmp
END bcmp

FUNCTION strlen
        movq    %rdi, %rax
1:      cmpb    $0, (%rax)
        je      2f
        incq    %rax
        jmp     1b
2:      subq    %rdi, %rax
        ret
END strlen

        .section .note.GNU-stack, "", @progbits
