// A switch between extended contexts with a pattern in every floating-point register, and in the vectors where the machine has them.
#pragma once
#include "all-registers.h"

struct vectors { unsigned long length, type; unsigned char bytes[32 * LONGEST]; };
/// Loads `in` and, unless it is NULL, `vectors`, switches, stores what is there then into both.
int switch_vectors(struct registers *in, struct vectors *vectors, ucontext_t *from, ucontext_t *to);
__asm__(
    ".macro each_eight do\n"
    "   .irp n, 0, 8, 16, 24\n \\do v\\n, (t0)\n add t0, t0, t1\n .endr\n"
    ".endm\n"
    "   .text\n .globl switch_vectors\n .type switch_vectors, %function\n"
    "switch_vectors:\n"
    "   .cfi_startproc\n"
    "   addi sp, sp, -256\n .cfi_def_cfa_offset 256\n"
    "   each_preserved " STORE "\n"
    "   mv s0, a0\n mv s1, a1\n"
    "   .if " ONLY_FP "\n each_floating_preserved fsd\n each_floating fld, a0\n .endif\n"
    "   beqz a1, 1f\n"
    "   .option push\n .option arch, +v\n"
    "   addi t0, a1, 2*" WORD "\n csrr t1, vlenb\n slli t1, t1, 3\n each_eight vl8re8.v\n"
    "   " LOAD " t0, (a1)\n " LOAD " t1, " WORD "(a1)\n vsetvl zero, t0, t1\n"
    "   .option pop\n"
    "1: mv a0, a2\n li a1, 0\n mv a2, a3\n call swapcontext_extd\n"
    "   .if " ONLY_FP "\n each_floating fsd, s0\n .endif\n"
    "   beqz s1, 1f\n"
    "   .option push\n .option arch, +v\n"
    "   csrr t0, vl\n csrr t1, vtype\n " STORE " t0, (s1)\n " STORE " t1, " WORD "(s1)\n"
    "   addi t0, s1, 2*" WORD "\n csrr t1, vlenb\n slli t1, t1, 3\n each_eight vs8r.v\n"
    "   .option pop\n"
    "1: each_preserved " LOAD "\n"
    "   .if " ONLY_FP "\n each_floating_preserved fld\n .endif\n"
    "   addi sp, sp, 256\n .cfi_def_cfa_offset 0\n"
    "   ret\n"
    "   .cfi_endproc\n");

/// Fills the registers, switches, and says whether they are the same afterwards.
static int switch_with(float value, ucontext_t *from, ucontext_t *to)
{
    struct registers in, out;
    struct vectors vectors, after;
    unsigned long bytes = vector_bytes();
    CHECK(bytes <= LONGEST);
    pattern_state ^= (uint64_t)(value * 1000);
    fill_registers(&in);
    fill_with_pattern(&vectors, sizeof vectors);
    vectors.type = pattern() % 4 << 3;  // one register of 8 to 64 bits each, undisturbed
    vectors.length = pattern() % (bytes / 8 + 1);
    out = in;
    after = vectors;
    CHECK(switch_vectors(&out, bytes ? &after : NULL, from, to) == 0);
    return !compare_registers(&in, &out, 0) && after.length == vectors.length && after.type == vectors.type &&
           memcmp(after.bytes, vectors.bytes, 32 * bytes) == 0;
}
