// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
//             top -> | (alignment to 16)                |
//                    | argument argc ... 7              |
//                    | room of arguments 1-6, 48 bytes  |   which are in o0 to o5
//                    | the trampoline's window: i0-i7   |   fp = i7 = 0
//       sp + 2047 -> | l0-l7                            |   l0 = func, l1 = uc_link, pc = the trampoline
//
// Arguments are words of 64 bits. Nothing outside the given stack is written.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/sparc64/ucontext-offsets.h>

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[];

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    struct glibc_compat_mcontext *machine = &ucp->uc_mcontext;
    uintptr_t words = argc > 6 ? argc : 6;
    uintptr_t top = (uintptr_t)ucp->uc_stack.ss_sp + ucp->uc_stack.ss_size;
    unsigned long *frame = (unsigned long *)((top - 8 * (16 + words)) & -(uintptr_t)16);

    for (int i = 0; i < 16; i++)
        frame[i] = 0;
    frame[0] = (uintptr_t)func;
    frame[1] = (uintptr_t)ucp->uc_link;
    machine->mc_fp = 0;
    machine->mc_i7 = 0;
    machine->mc_gregs[1] = (uintptr_t)HIDDEN(trampoline);
    machine->mc_gregs[2] = (uintptr_t)HIDDEN(trampoline) + 4;
    machine->mc_gregs[17] = (uintptr_t)frame - STACK_BIAS;
    machine->mc_gregs[18] = 0;

    va_list arguments;
    va_start(arguments, argc);
    for (int i = 0; i < argc; i++) {
        unsigned long argument = va_arg(arguments, unsigned long);
        if (i < 6)
            machine->mc_gregs[11 + i] = argument;
        else
            frame[16 + i] = argument;
    }
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)
