// Every register that a program can use but vectors, filled with a pattern, held for a while without a single change, and compared.
// The emulator does not put vectors into a signal frame.
#pragma once
#include "fact.h"
#include "pattern.h"
#define PREEMPTIONS 30000               // slow where it is emulated
#define HELD         500
#define PERIOD       100                // microseconds

struct registers {
    uint64_t general[32];               // but zero, sp, gp and tp; t6 counts
    uint64_t floating[32];
    uint64_t fcsr;
};
/// Loads all of `in`, counts down without touching them, stores what is there then into `out`.
void hold_registers(const struct registers *in, struct registers *out, long count);
#define hold_registers_wide hold_registers

#if __riscv_xlen == 64
#define LOAD  "ld"
#define STORE "sd"
#define WORD  "8"
#else
#define LOAD  "lw"
#define STORE "sw"
#define WORD  "4"
#endif
#ifdef __riscv_float_abi_soft
#define ONLY_FP "0"
#else
#define ONLY_FP "1"
#endif
__asm__(
    ".macro each_general do, base\n"
    "   .irp n, 1, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 10\n"
    "   \\do x\\n, 8*\\n(\\base)\n .endr\n"
    ".endm\n"
    ".macro each_floating do, base\n"
    "   .irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31\n"
    "   \\do f\\n, 256+8*\\n(\\base)\n .endr\n"
    ".endm\n"
    ".macro each_preserved do\n"
    "   .set at, 16\n"
    "   .irp n, 1, 8, 9, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27\n \\do x\\n, at(sp)\n .set at, at+8\n .endr\n"
    ".endm\n"
    ".macro each_floating_preserved do\n"
    "   .irp n, 8, 9, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27\n \\do f\\n, at(sp)\n .set at, at+8\n .endr\n"
    ".endm\n"
    "   .text\n .globl hold_registers\n .type hold_registers, %function\n"
    "hold_registers:\n"
    "   .cfi_startproc\n"
    "   addi sp, sp, -256\n .cfi_def_cfa_offset 256\n"
    "   each_preserved " STORE "\n"
    "   " STORE " a1, (sp)\n mv t6, a2\n"
    "   .if " ONLY_FP "\n"
    "   each_floating_preserved fsd\n frcsr t0\n sw t0, 8(sp)\n"
    "   each_floating fld, a0\n lw t0, 512(a0)\n fscsr t0\n"
    "   .endif\n"
    "   each_general " LOAD ", a0\n"
    "1: addi t6, t6, -1\n bnez t6, 1b\n"
    "   " LOAD " t6, (sp)\n"
    "   each_general " STORE ", t6\n"
    "   .if " ONLY_FP "\n"
    "   each_floating fsd, t6\n frcsr t0\n sw t0, 512(t6)\n"
    "   lw t0, 8(sp)\n fscsr t0\n"
    "   .endif\n"
    "   each_preserved " LOAD "\n"
    "   .if " ONLY_FP "\n each_floating_preserved fld\n .endif\n"
    "   addi sp, sp, 256\n .cfi_def_cfa_offset 0\n"
    "   ret\n"
    "   .cfi_endproc\n");

static inline int has_wide_vectors(void) { return 0; }
static inline int set_vector_length(int which) { return which == 0; }
static inline void fill_registers(struct registers *registers)
{
    fill_with_pattern(registers, sizeof *registers);
    registers->fcsr = (registers->fcsr & 0x1f) | pattern() % 5 << 5;
}
/// The first difference between what was loaded and what was there afterwards, or NULL.
static inline const char *compare_registers(const struct registers *in, const struct registers *out, int wide)
{
    (void)wide;
    for (int i = 1; i < 31; i++)
        if ((i < 2 || i > 4) && (unsigned long)in->general[i] != (unsigned long)out->general[i])
            return "a general register differs\n";
    if (ONLY_FP[0] == '0')
        return NULL;
    for (int i = 0; i < 32; i++)
        if (in->floating[i] != out->floating[i])
            return "a floating-point register differs\n";
    if ((uint32_t)in->fcsr != (uint32_t)out->fcsr)
        return "fcsr differs\n";
    return NULL;
}
