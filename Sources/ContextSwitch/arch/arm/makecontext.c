// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
//      top -> | (alignment to 8)       |
//             | argument argc ... 5    |
//       sp -> |                        |   r4 = uc_link, lr = the trampoline, pc = func
//
// Arguments are words of 32 bits. Nothing outside the given stack is written.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/arm/ucontext-offsets.h>

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[];

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    unsigned long *registers = &ucp->uc_mcontext.arm_r0;
    uintptr_t on_stack = argc > 4 ? argc - 4 : 0;
    uintptr_t top = (uintptr_t)ucp->uc_stack.ss_sp + ucp->uc_stack.ss_size;
    uint32_t *sp = (uint32_t *)((top - 4 * on_stack) & -(uintptr_t)8);

    ucp->uc_mcontext.arm_sp = (uintptr_t)sp;
    ucp->uc_mcontext.arm_lr = (uintptr_t)HIDDEN(trampoline);
    ucp->uc_mcontext.arm_pc = (uintptr_t)func;
    ucp->uc_mcontext.arm_r4 = (uintptr_t)ucp->uc_link;
    ucp->uc_mcontext.arm_fp = 0;

    va_list arguments;
    va_start(arguments, argc);
    for (int i = 0; i < argc; i++) {
        uint32_t argument = va_arg(arguments, uint32_t);
        if (i < 4)
            registers[i] = argument;
        else
            sp[i - 4] = argument;
    }
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)
