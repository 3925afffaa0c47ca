// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
//      top -> | (alignment to 16)      |
//             | argument argc ... 7    |
//       sp -> |                        |   s0 = uc_link, pv = func, fp = 0, pc = ra = the trampoline
//
// Arguments are words of 64 bits; as with glibc they may be floating-point numbers, so both registers of each get what the caller
// passed. Nothing outside the given stack is written.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/alpha/ucontext-offsets.h>

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[];

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    struct glibc_compat_mcontext *machine = &ucp->uc_mcontext;
    uintptr_t on_stack = argc > 6 ? argc - 6 : 0;
    uintptr_t top = (uintptr_t)ucp->uc_stack.ss_sp + ucp->uc_stack.ss_size;
    long *sp = (long *)((top - 8 * on_stack) & -(uintptr_t)16);

    machine->sc_regs[30] = (long)sp;
    machine->sc_pc = (long)HIDDEN(trampoline);
    machine->sc_regs[9] = (long)ucp->uc_link;
    machine->sc_regs[27] = (long)func;
    machine->sc_regs[15] = 0;
    machine->sc_regs[26] = (long)HIDDEN(trampoline);

    va_list words, numbers;
    va_start(words, argc);
    va_start(numbers, argc);
    for (int i = 0; i < argc; i++) {
        long word = va_arg(words, long);
        union { double number; long bits; } same = { va_arg(numbers, double) };
        if (i < 6) {
            machine->sc_regs[16 + i] = word;
            machine->sc_fpregs[16 + i] = same.bits;
        } else {
            sp[i - 6] = word;
        }
    }
    va_end(numbers);
    va_end(words);
}
CONTEXT_ALIAS(makecontext)
