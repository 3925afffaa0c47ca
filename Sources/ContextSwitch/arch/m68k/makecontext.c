// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
//        top -> | (alignment to 4)        |
//               | argument argc ... 1     |
//         sp -> | the trampoline          |   d7 = uc_link, a6 = 0
//
// Arguments are words of 32 bits. Nothing outside the given stack is written.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/m68k/ucontext-offsets.h>

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[];

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    int *registers = ucp->uc_mcontext.gregs;
    uintptr_t words = argc > 0 ? argc : 0;
    uintptr_t top = (uintptr_t)ucp->uc_stack.ss_sp + ucp->uc_stack.ss_size;
    uint32_t *sp = (uint32_t *)((top - 4 * (words + 1)) & -(uintptr_t)4);

    sp[0] = (uintptr_t)HIDDEN(trampoline);
    registers[7] = (int)(uintptr_t)ucp->uc_link;
    registers[14] = 0;
    registers[15] = (int)(uintptr_t)sp;
    registers[16] = (int)(uintptr_t)func;

    va_list arguments;
    va_start(arguments, argc);
    for (uintptr_t i = 0; i < words; i++)
        sp[1 + i] = va_arg(arguments, uint32_t);
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)
