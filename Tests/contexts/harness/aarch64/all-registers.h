// Every register that a program can use, filled with a pattern, held for a while without a single change, and compared.
#pragma once
#include "fact.h"
#include "pattern.h"
#include <sys/auxv.h>
#include <sys/prctl.h>
#define PREEMPTIONS  34000              // for each of three lengths of vectors
#ifndef FEWER
#define FEWER        3000               // where it is not glibc's harness: slow where it is emulated
#endif
#define HELD         500
#define PERIOD       100                // microseconds
#define LONGEST      256                // bytes of an SVE vector

struct registers {
    uint64_t general[31];               // x28 counts
    uint64_t flags, fpcr, fpsr;
    uint64_t vectors[32 * LONGEST / 8] __attribute__((aligned(16))); // packed, as long as vectors are
    uint64_t predicates[16 * LONGEST / 64], first_fault[LONGEST / 64];
};
_Static_assert(offsetof(struct registers, flags) == 248 && offsetof(struct registers, vectors) == 272, "as the code below has it");
_Static_assert(offsetof(struct registers, predicates) == 8464 && offsetof(struct registers, first_fault) == 8976, "the same");
/// Loads all of `in`, counts down without touching them, stores what is there then into `out`.
void hold_registers(const struct registers *in, struct registers *out, long count);
void hold_registers_wide(const struct registers *in, struct registers *out, long count);

__asm__(
    ".arch armv8.2-a+sve\n"
    ".macro each_pair do, base\n"
    "   .irp n, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30\n \\do \\n, \\base\n .endr\n"
    ".endm\n"
    ".macro pair_of_v do, n, base\n"
    "   .irp m, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31\n .if \\m == \\n + 1\n \\do q\\n, q\\m, [\\base, 16*\\n]\n .endif\n .endr\n"
    ".endm\n"
    ".macro load_v n, base\n pair_of_v ldp, \\n, \\base\n .endm\n"
    ".macro store_v n, base\n pair_of_v stp, \\n, \\base\n .endm\n"
    ".macro all_wide do, vectors, predicates\n"
    "   .irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31\n"
    "   \\do z\\n, [\\vectors, \\n, mul vl]\n .endr\n"
    "   .irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15\n \\do p\\n, [\\predicates, \\n, mul vl]\n .endr\n"
    ".endm\n"
    ".macro hold name, wide\n"
    "   .text\n .globl \\name\n .type \\name, %function\n"
    "\\name:\n"
    "   .cfi_startproc\n"
    "   sub sp, sp, 192\n .cfi_def_cfa_offset 192\n"
    "   stp x19, x20, [sp, 16]\n stp x21, x22, [sp, 32]\n stp x23, x24, [sp, 48]\n stp x25, x26, [sp, 64]\n"
    "   stp x27, x28, [sp, 80]\n stp x29, x30, [sp, 96]\n"
    "   stp d8, d9, [sp, 112]\n stp d10, d11, [sp, 128]\n stp d12, d13, [sp, 144]\n stp d14, d15, [sp, 160]\n"
    "   mrs x3, fpcr\n mrs x4, fpsr\n stp x3, x4, [sp, 176]\n"
    "   str x1, [sp]\n mov x28, x2\n"
    "   add x3, x0, 272\n"
    "   .if \\wide\n"
    "   mov x4, 8976\n add x4, x0, x4\n ldr p0, [x4]\n wrffr p0.b\n"
    "   mov x4, 8464\n add x4, x0, x4\n all_wide ldr, x3, x4\n"
    "   .else\n each_pair load_v, x3\n .endif\n"
    "   ldp x3, x4, [x0, 248]\n msr nzcv, x3\n msr fpcr, x4\n ldr x3, [x0, 264]\n msr fpsr, x3\n"
    "   .irp n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 29, 30, 0\n"
    "   ldr x\\n, [x0, 8*\\n]\n .endr\n"
    "1: sub x28, x28, 1\n cbnz x28, 1b\n"
    "   ldr x28, [sp]\n"
    "   .irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 29, 30\n"
    "   str x\\n, [x28, 8*\\n]\n .endr\n"
    "   mrs x3, nzcv\n mrs x4, fpcr\n stp x3, x4, [x28, 248]\n mrs x3, fpsr\n str x3, [x28, 264]\n"
    "   add x3, x28, 272\n"
    "   .if \\wide\n"
    "   mov x4, 8464\n add x4, x28, x4\n all_wide str, x3, x4\n"
    "   mov x4, 8976\n add x4, x28, x4\n rdffr p0.b\n str p0, [x4]\n"
    "   .else\n each_pair store_v, x3\n .endif\n"
    "   ldp x3, x4, [sp, 176]\n msr fpcr, x3\n msr fpsr, x4\n"
    "   ldp x19, x20, [sp, 16]\n ldp x21, x22, [sp, 32]\n ldp x23, x24, [sp, 48]\n ldp x25, x26, [sp, 64]\n"
    "   ldp x27, x28, [sp, 80]\n ldp x29, x30, [sp, 96]\n"
    "   ldp d8, d9, [sp, 112]\n ldp d10, d11, [sp, 128]\n ldp d12, d13, [sp, 144]\n ldp d14, d15, [sp, 160]\n"
    "   add sp, sp, 192\n .cfi_def_cfa_offset 0\n"
    "   ret\n"
    "   .cfi_endproc\n"
    ".endm\n"
    "hold hold_registers, 0\n"
    "hold hold_registers_wide, 1\n");

static int vector_length_ = 16;
static inline int has_wide_vectors(void) { return (getauxval(16 /* AT_HWCAP */) & 1 << 22) != 0; }
/// The lengths of vectors to try. Where they are longest, a signal frame has no place for them but in an extra record.
static inline int set_vector_length(int which)
{
    static const int lengths[] = { 16, 64, LONGEST };
    if (which == 0 || !has_wide_vectors())
        return which == 0;
    if (which > 2)
        return 0;
    int result = prctl(50 /* PR_SVE_SET_VL */, lengths[which]);
    if (result < 0)
        return 0;
    vector_length_ = result & 0xffff;
    return vector_length_ == lengths[which];
}

static inline void fill_registers(struct registers *registers)
{
    fill_with_pattern(registers, sizeof *registers);
    registers->flags &= (uint64_t)0xf << 28;
    registers->fpcr &= (uint64_t)7 << 22;
    registers->fpsr &= (uint64_t)0x0800009f;
    // What the first-fault register holds is the first so many elements.
    memset(registers->first_fault, 0, sizeof registers->first_fault);
    memset(registers->first_fault, -1, pattern() % 3);
}
/// The first difference between what was loaded and what was there afterwards, or NULL.
static inline const char *compare_registers(const struct registers *in, const struct registers *out, int wide)
{
    for (int i = 0; i < 31; i++)
        if (i != 28 && in->general[i] != out->general[i])
            return "a general register differs\n";
    if (in->flags != out->flags)
        return "the flags differ\n";
    if (in->fpcr != out->fpcr || in->fpsr != out->fpsr)
        return "an FP control word differs\n";
    if (memcmp(in->vectors, out->vectors, 32 * (wide ? vector_length_ : 16)))
        return "a vector register differs\n";
    if (wide && memcmp(in->predicates, out->predicates, 2 * vector_length_))
        return "a predicate register differs\n";
    if (wide && memcmp(in->first_fault, out->first_fault, vector_length_ / 8))
        return "the first-fault register differs\n";
    return NULL;
}
