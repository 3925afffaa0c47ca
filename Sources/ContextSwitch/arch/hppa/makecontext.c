// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
//       sp -> |                        |   r3 = func, r4 = uc_link, rp = 0, pc = the trampoline
//             | frame marker, 32 bytes |   all 0
//             | room of arguments 1-4  |   which are in r26 to r23
//             | argument 5 ... argc    |
//    ss_sp -> | (alignment to 64)      |   the stack grows upwards
//
// Arguments are words of 32 bits. Nothing outside the given stack is written. Where the program has set no stack, it is the one that
// getcontext ran on, as with glibc.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/hppa/ucontext-offsets.h>

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[];

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    unsigned long *registers = ucp->uc_mcontext.sc_gr;
    uintptr_t words = argc > 4 ? argc : 4;
    uintptr_t bottom = ucp->uc_stack.ss_sp && ucp->uc_stack.ss_size ? (uintptr_t)ucp->uc_stack.ss_sp : registers[30];
    unsigned long *sp = (unsigned long *)((bottom + 4 * words + 32 + 63) & -(uintptr_t)64);

    for (int i = 1; i <= 8; i++)
        sp[-i] = 0;
    registers[30] = (uintptr_t)sp;
    registers[2] = (uintptr_t)HIDDEN(trampoline);
    registers[4] = (uintptr_t)ucp->uc_link;
    registers[3] = (uintptr_t)func;
    registers[0] = 0;

    va_list arguments;
    va_start(arguments, argc);
    for (int i = 0; i < argc; i++) {
        unsigned long argument = va_arg(arguments, unsigned long);
        if (i < 4)
            registers[26 - i] = argument;
        else
            sp[-9 - i] = argument;
    }
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)
