// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
//      top -> | (alignment to 8)       |
//             | argument argc ... 5    |
//             | room for arguments 4-1 |   which came in registers: the callee may store them there
//       sp -> |                        |   s1 = func, s0 = uc_link, s8 = ra = 0, pc = the trampoline
//
// Arguments are words of 32 bits. Nothing outside the given stack is written.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/mips/ucontext-offsets.h>

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[];

/// A slot has 64 bits, of which a program's register is the lower half. The other is left alone, as glibc does.
static inline void set(unsigned long long *slot, uint32_t value)
{
    __builtin_memcpy(__builtin_assume_aligned((char *)slot + UC_LOW, 4), &value, sizeof value);
}

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    unsigned long long *registers = ucp->uc_mcontext.gregs;
    uintptr_t words = argc > 4 ? argc : 4;
    uintptr_t top = (uintptr_t)ucp->uc_stack.ss_sp + ucp->uc_stack.ss_size;
    uint32_t *sp = (uint32_t *)((top - 4 * words) & -(uintptr_t)8);

    set(&ucp->uc_mcontext.pc, (uintptr_t)HIDDEN(trampoline));
    set(&registers[16], (uintptr_t)ucp->uc_link);
    set(&registers[17], (uintptr_t)func);
    set(&registers[29], (uintptr_t)sp);
    set(&registers[30], 0);
    set(&registers[31], 0);

    va_list arguments;
    va_start(arguments, argc);
    for (int i = 0; i < argc; i++) {
        uint32_t argument = va_arg(arguments, uint32_t);
        if (i < 4)
            set(&registers[4 + i], argument);
        else
            sp[i] = argument;
    }
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)
