// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
//      top -> | (alignment to 16)      |
//             | argument argc ... 9    |
//       sp -> |                        |   s1 = func, s2 = uc_link, s0 = ra = 0, pc = the trampoline
//
// Arguments are words, of 64 or 32 bits. Nothing outside the given stack is written: where the arguments or a first frame do not
// fit, sp is 0, the context has no valid mark, and the switch to it is -1 and ENOMEM.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/riscv/ucontext-offsets.h>

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[];

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    unsigned long *registers = ucp->uc_mcontext.gregs;
    uintptr_t on_stack = argc > 8 ? argc - 8 : 0;
    uintptr_t top = (uintptr_t)ucp->uc_stack.ss_sp + ucp->uc_stack.ss_size;
    unsigned long *sp = (unsigned long *)((top - sizeof *sp * on_stack) & -(uintptr_t)16);

    if (ucp->uc_stack.ss_size < 16 + sizeof *sp * on_stack || (uintptr_t)sp < (uintptr_t)ucp->uc_stack.ss_sp) {
        registers[2] = 0;
        if ((long)registers[3] < 0)
            registers[3] = ~registers[3];
        return;
    }
    if (!registers[2] && registers[3] <= ~(unsigned long)MARK_EXTENDED)
        registers[3] = ~registers[3];   // a second attempt, after one that did not fit
    registers[2] = (uintptr_t)sp;
    registers[0] = (uintptr_t)HIDDEN(trampoline);
    registers[18] = (uintptr_t)ucp->uc_link;
    registers[9] = (uintptr_t)func;
    registers[8] = 0;
    registers[1] = 0;

    va_list arguments;
    va_start(arguments, argc);
    for (int i = 0; i < argc; i++) {
        unsigned long argument = va_arg(arguments, unsigned long);
        if (i < 8)
            registers[10 + i] = argument;
        else
            sp[i - 8] = argument;
    }
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)
