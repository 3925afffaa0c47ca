// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
//      top -> | (alignment to 16)      |
//             | argument argc ... 9    |
//       sp -> |                        |   x19 = uc_link, x20 = func, x29 = x30 = 0, pc = the trampoline
//
// Arguments are words of 64 bits. Nothing outside the given stack is written: where the arguments or a first frame do not fit, sp
// is 0, the context has no valid mark, and the switch to it is -1 and ENOMEM.
//
// A thread with a shadow stack gives the context one of its own, which nobody unmaps: as in glibc, because nobody knows when the
// context is not needed any more.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/aarch64/ucontext-offsets.h>
#include "shadow-stack.h"

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[];

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    unsigned long long *registers = ucp->uc_mcontext.regs;
    uintptr_t on_stack = argc > 8 ? argc - 8 : 0;
    uintptr_t top = (uintptr_t)ucp->uc_stack.ss_sp + ucp->uc_stack.ss_size;
    uint64_t *sp = (uint64_t *)((top - 8 * on_stack) & -(uintptr_t)16);

    if (ucp->uc_stack.ss_size < 16 + 8 * on_stack || (uintptr_t)sp < (uintptr_t)ucp->uc_stack.ss_sp || !give_shadow_stack(ucp)) {
        ucp->uc_mcontext.sp = 0;
        ucp->uc_mcontext.pstate &= ~((uint64_t)MARK_FITS << MARK_AT);
        return;
    }
    if (!ucp->uc_mcontext.sp && ucp->uc_mcontext.pstate)
        ucp->uc_mcontext.pstate |= (uint64_t)MARK_FITS << MARK_AT; // a second attempt, after one that did not fit
    ucp->uc_mcontext.sp = (uintptr_t)sp;
    ucp->uc_mcontext.pc = (uintptr_t)HIDDEN(trampoline);
    registers[19] = (uintptr_t)ucp->uc_link;
    registers[20] = (uintptr_t)func;
    registers[29] = 0;
    registers[30] = 0;

    va_list arguments;
    va_start(arguments, argc);
    for (int i = 0; i < argc; i++) {
        uint64_t argument = va_arg(arguments, uint64_t);
        if (i < 8)
            registers[i] = argument;
        else
            sp[i - 8] = argument;
    }
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)
