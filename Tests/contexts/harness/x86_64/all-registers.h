// Every register that a program can use, filled with a pattern, held for a while without a single change, and compared.
#pragma once
#include "fact.h"
#include "pattern.h"
#define PREEMPTIONS 100000
#ifndef FEWER
#define FEWER       100000
#endif
#define HELD        3000
#define PERIOD      15                 // microseconds

struct registers {
    uint64_t general[14];               // rax rbx rdx rsi rdi rbp r8-r15
    uint64_t flags;
    uint32_t mxcsr, x87_control;
    int64_t x87[8];
    uint64_t masks[8];
    uint64_t vectors[32][8] __attribute__((aligned(64)));
};
/// Loads all of `in`, counts down without touching them, stores what is there then into `out`.
void hold_registers(const struct registers *in, struct registers *out, long count);
void hold_registers_wide(const struct registers *in, struct registers *out, long count);

__asm__(
    ".macro each_general from, instruction\n"
    "   .set at, 0\n"
    "   .irp name, rax, rbx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15\n"
    "       .ifc \\instruction, load\n .ifnc \\name, \\from\n mov at(%\\from), %\\name\n .endif\n"
    "       .else\n .ifnc \\name, \\from\n mov %\\name, at(%\\from)\n .endif\n .endif\n"
    "       .set at, at+8\n"
    "   .endr\n"
    ".endm\n"
    ".macro hold name, wide\n"
    "   .text\n .globl \\name\n .type \\name, @function\n"
    "\\name:\n"
    "   .cfi_startproc\n"
    "   push %rbx\n push %rbp\n push %r12\n push %r13\n push %r14\n push %r15\n"
    "   sub $32, %rsp\n .cfi_def_cfa_offset 88\n"
    "   mov %rsi, 8(%rsp)\n"            // out
    "   mov %rdx, %rcx\n"
    "   stmxcsr 16(%rsp)\n fnstcw 20(%rsp)\n"
    "   ldmxcsr 120(%rdi)\n fldcw 124(%rdi)\n"
    "   .irp i, 0, 1, 2, 3, 4, 5, 6, 7\n fildll 128+8*\\i(%rdi)\n .endr\n"
    "   .if \\wide\n"
    "   .irp i, 0, 1, 2, 3, 4, 5, 6, 7\n kmovq 192+8*\\i(%rdi), %k\\i\n .endr\n"
    "   .irp i, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31\n"
    "   vmovdqu64 256+64*\\i(%rdi), %zmm\\i\n .endr\n"
    "   .else\n"
    "   .irp i, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15\n movups 256+64*\\i(%rdi), %xmm\\i\n .endr\n"
    "   .endif\n"
    "   pushq 112(%rdi)\n popfq\n"
    "   each_general rdi, load\n"
    "   mov 32(%rdi), %rdi\n"
    "1: loop 1b\n"                      // leaves the flags alone
    "   mov %rdi, 24(%rsp)\n"
    "   mov 8(%rsp), %rdi\n"
    "   each_general rdi, store\n"
    "   pushfq\n popq 112(%rdi)\n cld\n"
    "   mov 24(%rsp), %rax\n mov %rax, 32(%rdi)\n"
    "   stmxcsr 120(%rdi)\n fnstcw 124(%rdi)\n"
    "   .irp i, 7, 6, 5, 4, 3, 2, 1, 0\n fistpll 128+8*\\i(%rdi)\n .endr\n"
    "   .if \\wide\n"
    "   .irp i, 0, 1, 2, 3, 4, 5, 6, 7\n kmovq %k\\i, 192+8*\\i(%rdi)\n .endr\n"
    "   .irp i, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31\n"
    "   vmovdqu64 %zmm\\i, 256+64*\\i(%rdi)\n .endr\n vzeroupper\n"
    "   .else\n"
    "   .irp i, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15\n movups %xmm\\i, 256+64*\\i(%rdi)\n .endr\n"
    "   .endif\n"
    "   ldmxcsr 16(%rsp)\n fldcw 20(%rsp)\n"
    "   add $32, %rsp\n .cfi_def_cfa_offset 56\n"
    "   pop %r15\n pop %r14\n pop %r13\n pop %r12\n pop %rbp\n pop %rbx\n .cfi_def_cfa_offset 8\n"
    "   ret\n"
    "   .cfi_endproc\n"
    ".endm\n"
    "hold hold_registers, 0\n"
    "hold hold_registers_wide, 1\n");

static inline int has_wide_vectors(void)
{
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx512bw") != 0;
}
/// Vectors have one length here.
static inline int set_vector_length(int which) { return which == 0; }

/// Any value in any register; of the flags the arithmetic ones and the direction, of the control words what masks all exceptions.
static inline void fill_registers(struct registers *registers)
{
    fill_with_pattern(registers, sizeof *registers);
    registers->flags = (pattern() & 0xcd5) | 0x202;
    registers->mxcsr = 0x1f80 | (pattern() & 0xe07f);
    registers->x87_control = 0x37f | (pattern() & 0xc00);
}
/// The first difference between what was loaded and what was there afterwards, or NULL.
static inline const char *compare_registers(const struct registers *in, const struct registers *out, int wide)
{
    for (int i = 0; i < 14; i++)
        if (in->general[i] != out->general[i])
            return "a general register differs\n";
    if ((in->flags ^ out->flags) & 0xcd5)
        return "the flags differ\n";
    if (in->mxcsr != out->mxcsr || in->x87_control != (out->x87_control & 0xffff))
        return "an FP control word differs\n";
    for (int i = 0; i < 8; i++)
        if (in->x87[i] != out->x87[i])
            return "an x87 register differs\n";
    for (int i = 0; wide && i < 8; i++)
        if (in->masks[i] != out->masks[i])
            return "a mask register differs\n";
    for (int i = 0; i < (wide ? 32 : 16); i++)
        if (memcmp(in->vectors[i], out->vectors[i], wide ? 64 : 16))
            return "a vector register differs\n";
    return NULL;
}
