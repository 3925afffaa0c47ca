// The system call of the mips family.
#pragma once
#if __mips_isa_rev < 6
#define CLOBBERED "hi", "lo", "memory"
#else
#define CLOBBERED "memory"
#endif
static inline long system_call(long number, long a, long b, long c, long d)
{
    register long v0 __asm__("$2") = number;
    register long a0 __asm__("$4") = a;
    register long a1 __asm__("$5") = b;
    register long a2 __asm__("$6") = c;
    register long a3 __asm__("$7") = d;
    __asm__ volatile("syscall" : "+r"(v0), "+r"(a3) : "r"(a0), "r"(a1), "r"(a2)
                     : "$1", "$3", "$8", "$9", "$10", "$11", "$12", "$13", "$14", "$15", "$24", "$25", CLOBBERED);
    return a3 ? -v0 : v0;
}
