// or1k for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 4

#ifdef HARNESS_FREESTANDING
__asm__(".globl _start\n_start:\n\t.cfi_startproc\n\t.cfi_undefined 9\n\tl.addi r2,r0,0\n\tl.jal freestanding_main\n\tl.nop\n\tl.trap 0\n\t.cfi_endproc");
static inline long system_call(long number, long a, long b, long c, long d)
{
    register long r11 __asm__("r11") = number;
    register long r3 __asm__("r3") = a;
    register long r4 __asm__("r4") = b;
    register long r5 __asm__("r5") = c;
    register long r6 __asm__("r6") = d;
    __asm__ volatile("l.sys 1\n\tl.nop" : "+r"(r11), "+r"(r3), "+r"(r4), "+r"(r5), "+r"(r6)
                     :: "r7", "r8", "r12", "r13", "r15", "r17", "r19", "r21", "r23", "r25", "r27", "r29", "r31", "memory");
    return r11;
}
#endif
static inline void fp_set_control(int which) { (void)which; }
