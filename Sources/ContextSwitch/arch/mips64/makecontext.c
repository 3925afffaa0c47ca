// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
//      top -> | (alignment to 16)      |
//             | argument argc ... 9    |
//       sp -> |                        |   s1 = func, s0 = uc_link, s8 = ra = 0, pc = the trampoline
//
// Arguments are words of 64 bits, with n32 too. Nothing outside the given stack is written.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/mips64/ucontext-offsets.h>

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[];

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    unsigned long long *registers = ucp->uc_mcontext.gregs;
    uintptr_t on_stack = argc > 8 ? argc - 8 : 0;
    uintptr_t top = (uintptr_t)ucp->uc_stack.ss_sp + ucp->uc_stack.ss_size;
    uint64_t *sp = (uint64_t *)((top - 8 * on_stack) & -(uintptr_t)16);

    ucp->uc_mcontext.pc = (long)HIDDEN(trampoline);
    registers[16] = (long)ucp->uc_link;
    registers[17] = (long)func;
    registers[29] = (long)sp;
    registers[30] = 0;
    registers[31] = 0;

    va_list arguments;
    va_start(arguments, argc);
    for (int i = 0; i < argc; i++) {
        uint64_t argument = va_arg(arguments, uint64_t);
        if (i < 8)
            registers[4 + i] = argument;
        else
            sp[i - 8] = argument;
    }
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)
