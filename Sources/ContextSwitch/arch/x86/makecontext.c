// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
// The stack that func finds, its arguments 16-byte aligned as at any function's entry:
//
//      top -> | (alignment)             |
//      ebx -> | uc_link                 |
//             | argument argc ... 1     |
//      esp -> | the trampoline          |  esp % 16 == 12
//
// Nothing outside the given stack is written.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/x86/ucontext-offsets.h>

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[];

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    int *registers = ucp->uc_mcontext.gregs;
    uintptr_t words = argc > 0 ? argc : 0;
    uintptr_t top = (uintptr_t)ucp->uc_stack.ss_sp + ucp->uc_stack.ss_size;
    uintptr_t *sp = (uintptr_t *)((top - 4 * (words + 1)) & -(uintptr_t)16) - 1;

    sp[0] = (uintptr_t)HIDDEN(trampoline);
    sp[1 + words] = (uintptr_t)ucp->uc_link;
    registers[GLIBC_COMPAT_EIP] = (int)(uintptr_t)func;
    registers[GLIBC_COMPAT_ESP] = (int)(uintptr_t)sp;
    registers[GLIBC_COMPAT_EBX] = (int)(uintptr_t)&sp[1 + words];
    registers[GLIBC_COMPAT_EBP] = 0;

    va_list arguments;
    va_start(arguments, argc);
    for (uintptr_t i = 0; i < words; i++)
        sp[1 + i] = va_arg(arguments, uint32_t);
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)
