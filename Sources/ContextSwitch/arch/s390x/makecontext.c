// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
//        top -> | (alignment to 8)        |
//               | argument argc ... 6     |
//               | 152 bytes for func      |
//        r15 -> | back chain: 0           |   r7 = func, r8 = uc_link, r14 = the trampoline
//
// Arguments are words of 64 bits. Nothing outside the given stack is written.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/s390x/ucontext-offsets.h>

#define SAVE_AREA 160

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[];

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    unsigned long *registers = ucp->uc_mcontext.gregs;
    uintptr_t on_stack = argc > 5 ? argc - 5 : 0;
    uintptr_t top = (uintptr_t)ucp->uc_stack.ss_sp + ucp->uc_stack.ss_size;
    uint64_t *frame = (uint64_t *)(((top - 8 * on_stack) & -(uintptr_t)8) - SAVE_AREA);

    frame[0] = 0;
    registers[15] = (uintptr_t)frame;
    registers[14] = (uintptr_t)HIDDEN(trampoline);
    registers[7] = (uintptr_t)func;
    registers[8] = (uintptr_t)ucp->uc_link;

    va_list arguments;
    va_start(arguments, argc);
    for (int i = 0; i < argc; i++) {
        uint64_t argument = va_arg(arguments, uint64_t);
        if (i < 5)
            registers[2 + i] = argument;
        else
            frame[SAVE_AREA / 8 + i - 5] = argument;
    }
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)
