// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
//        top -> | (alignment to 8)        |
//               | argument argc ... 5     |
//        r15 -> |                         |   r8 = uc_link, pr = the trampoline, pc = func
//
// Arguments are words of 32 bits. Nothing outside the given stack is written.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/sh/ucontext-offsets.h>

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[];

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    int *registers = ucp->uc_mcontext.gregs;
    uintptr_t on_stack = argc > 4 ? argc - 4 : 0;
    uintptr_t top = (uintptr_t)ucp->uc_stack.ss_sp + ucp->uc_stack.ss_size;
    uint32_t *sp = (uint32_t *)((top - 4 * on_stack) & -(uintptr_t)8);

    registers[15] = (int)(uintptr_t)sp;
    registers[8] = (int)(uintptr_t)ucp->uc_link;
    ucp->uc_mcontext.pr = (uintptr_t)HIDDEN(trampoline);
    ucp->uc_mcontext.pc = (uintptr_t)func;

    va_list arguments;
    va_start(arguments, argc);
    for (int i = 0; i < argc; i++) {
        uint32_t argument = va_arg(arguments, uint32_t);
        if (i < 4)
            registers[4 + i] = argument;
        else
            sp[i - 4] = argument;
    }
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)
