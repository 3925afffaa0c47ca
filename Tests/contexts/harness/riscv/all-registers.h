// Every register that a program can use, filled with a pattern, held for a while without a single change, and compared; vectors where
// the kernel puts them into a signal frame, which the emulator does not.
#pragma once
#include "fact.h"
#include "pattern.h"
#include <sys/auxv.h>
#define PREEMPTIONS 100000
#ifndef FEWER
#define FEWER        10000              // where it is not glibc's harness: slow where it is emulated
#endif
#define HELD         500
#define PERIOD       100                // microseconds
#define LONGEST      256                // bytes of a vector, as far as this test goes
#define COPIES_LACK_VECTORS 1           // they lie behind the kernel's ucontext_t

struct registers {
    uint64_t general[32];               // but zero, sp, gp and tp; t6 counts
    uint64_t floating[32];
    uint64_t fcsr;
    uint64_t vector_length, vector_type, vector_control;
    uint8_t vectors[32 * LONGEST];      // packed, as long as vectors are
};
_Static_assert(offsetof(struct registers, vector_length) == 520 && offsetof(struct registers, vectors) == 544, "as the code below has it");
/// Loads all of `in`, counts down without touching them, stores what is there then into `out`.
void hold_registers(const struct registers *in, struct registers *out, long count);
void hold_registers_wide(const struct registers *in, struct registers *out, long count);

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
    ".macro each_eighth do, base\n"
    "   addi t0, \\base, 544\n csrr t1, 0xc22\n slli t1, t1, 3\n"     // vlenb
    "   .irp n, 0, 8, 16, 24\n \\do v\\n, (t0)\n add t0, t0, t1\n .endr\n"
    ".endm\n"
    ".macro hold name, wide\n"
    "   .text\n .globl \\name\n .type \\name, %function\n"
    "\\name:\n"
    "   .cfi_startproc\n"
    "   addi sp, sp, -256\n .cfi_def_cfa_offset 256\n"
    "   each_preserved " STORE "\n"
    "   " STORE " a1, (sp)\n mv t6, a2\n"
    "   .if " ONLY_FP "\n"
    "   each_floating_preserved fsd\n frcsr t0\n sw t0, 8(sp)\n"
    "   each_floating fld, a0\n lw t0, 512(a0)\n fscsr t0\n"
    "   .endif\n"
    "   .if \\wide\n .option push\n .option arch, +v\n"
    "   each_eighth vl8re8.v, a0\n " LOAD " t0, 536(a0)\n csrw vcsr, t0\n"
    "   " LOAD " t0, 520(a0)\n " LOAD " t1, 528(a0)\n vsetvl zero, t0, t1\n"
    "   .option pop\n .endif\n"
    "   each_general " LOAD ", a0\n"
    "1: addi t6, t6, -1\n bnez t6, 1b\n"
    "   " LOAD " t6, (sp)\n"
    "   each_general " STORE ", t6\n"
    "   .if " ONLY_FP "\n"
    "   each_floating fsd, t6\n frcsr t0\n sw t0, 512(t6)\n"
    "   lw t0, 8(sp)\n fscsr t0\n"
    "   .endif\n"
    "   .if \\wide\n .option push\n .option arch, +v\n"
    "   csrr t0, vl\n " STORE " t0, 520(t6)\n csrr t0, vtype\n " STORE " t0, 528(t6)\n csrr t0, vcsr\n " STORE " t0, 536(t6)\n"
    "   each_eighth vs8r.v, t6\n"
    "   .option pop\n .endif\n"
    "   each_preserved " LOAD "\n"
    "   .if " ONLY_FP "\n each_floating_preserved fld\n .endif\n"
    "   addi sp, sp, 256\n .cfi_def_cfa_offset 0\n"
    "   ret\n"
    "   .cfi_endproc\n"
    ".endm\n"
    "hold hold_registers, 0\n"
    "hold hold_registers_wide, 1\n");

/// How long vectors are, or 0.
static inline unsigned long vector_bytes(void)
{
    unsigned long bytes = 0;
    if (getauxval(16 /* AT_HWCAP */) & 1 << ('V' - 'A'))
        __asm__(".option push\n\t.option arch, +zicsr\n\tcsrr %0, 0xc22\n\t.option pop" : "=r"(bytes));
    return bytes;
}
static volatile int vectors_in_frame_;
static void look_for_vectors_(int signal, siginfo_t *info, void *context)
{
    (void)signal, (void)info;
    uint32_t *record = (uint32_t *)((char *)context + sizeof(ucontext_t) - 8);
    vectors_in_frame_ = record[0] == 0x53465457;
}
static inline int has_wide_vectors(void)
{
    struct sigaction action = { .sa_sigaction = look_for_vectors_, .sa_flags = SA_SIGINFO };
    if (!vector_bytes() || vector_bytes() > LONGEST)
        return 0;
    CHECK(sigaction(SIGUSR1, &action, NULL) == 0 && kill(getpid(), SIGUSR1) == 0);
    return vectors_in_frame_;
}
static inline int set_vector_length(int which) { return which == 0; }
static inline void fill_registers(struct registers *registers)
{
    fill_with_pattern(registers, sizeof *registers);
    registers->fcsr = (registers->fcsr & 0x1f) | pattern() % 5 << 5;
    registers->vector_type = pattern() % 4 << 3;    // one register of 8 to 64 bits each, undisturbed
    registers->vector_length = pattern() % (vector_bytes() / 8 + 1);
    registers->vector_control &= 7;
}
/// The first difference between what was loaded and what was there afterwards, or NULL.
static inline const char *compare_registers(const struct registers *in, const struct registers *out, int wide)
{
    if (wide && (in->vector_length != out->vector_length || in->vector_type != out->vector_type || in->vector_control != out->vector_control))
        return "a control word of vectors differs\n";
    if (wide && memcmp(in->vectors, out->vectors, 32 * vector_bytes()))
        return "a vector register differs\n";
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
