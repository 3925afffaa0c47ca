// A switch between extended contexts with a pattern in every vector register, scalable ones and predicates where the machine has them.
#pragma once
#include "all-registers.h"

/// Loads the vectors of `in`, switches, stores what is there then into `out`.
int switch_vectors(const struct registers *in, struct registers *out, ucontext_t *from, ucontext_t *to);
int switch_vectors_wide(const struct registers *in, struct registers *out, ucontext_t *from, ucontext_t *to);
__asm__(
    ".macro switch name, wide\n"
    "   .text\n .globl \\name\n .type \\name, %function\n"
    "\\name:\n"
    "   .cfi_startproc\n"
    "   stp x29, x30, [sp, -96]!\n .cfi_def_cfa_offset 96\n .cfi_offset x30, -88\n"
    "   str x1, [sp, 16]\n stp d8, d9, [sp, 32]\n stp d10, d11, [sp, 48]\n stp d12, d13, [sp, 64]\n stp d14, d15, [sp, 80]\n"
    "   add x5, x0, 272\n"
    "   .if \\wide\n"
    "   mov x4, 8976\n add x4, x0, x4\n ldr p0, [x4]\n wrffr p0.b\n"
    "   mov x4, 8464\n add x4, x0, x4\n all_wide ldr, x5, x4\n"
    "   .else\n each_pair load_v, x5\n .endif\n"
    "   mov x0, x2\n mov w1, 0\n mov x2, x3\n bl swapcontext_extd\n"
    "   ldr x6, [sp, 16]\n add x5, x6, 272\n"
    "   .if \\wide\n"
    "   mov x4, 8464\n add x4, x6, x4\n all_wide str, x5, x4\n"
    "   mov x4, 8976\n add x4, x6, x4\n rdffr p0.b\n str p0, [x4]\n"
    "   .else\n each_pair store_v, x5\n .endif\n"
    "   ldp d8, d9, [sp, 32]\n ldp d10, d11, [sp, 48]\n ldp d12, d13, [sp, 64]\n ldp d14, d15, [sp, 80]\n"
    "   ldp x29, x30, [sp], 96\n .cfi_def_cfa_offset 0\n .cfi_restore x30\n"
    "   ret\n"
    "   .cfi_endproc\n"
    ".endm\n"
    "switch switch_vectors, 0\n"
    "switch switch_vectors_wide, 1\n");

/// Fills the vectors, switches, and says whether they are the same afterwards.
static int switch_with(float value, ucontext_t *from, ucontext_t *to)
{
    struct registers in, out;
    vector_length_ = has_wide_vectors() ? prctl(51 /* PR_SVE_GET_VL */) & 0xffff : 16;
    pattern_state ^= (uint64_t)(value * 1000);
    fill_registers(&in);
    CHECK((has_wide_vectors() ? switch_vectors_wide : switch_vectors)(&in, &out, from, to) == 0);
    memcpy(out.general, in.general, offsetof(struct registers, vectors));
    return !compare_registers(&in, &out, has_wide_vectors());
}
