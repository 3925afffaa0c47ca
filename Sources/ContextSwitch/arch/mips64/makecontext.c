// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
//      top -> | (alignment to 16)      |
//             | argument argc ... 9    |
//       sp -> |                        |   s1 = func, s0 = uc_link, s8 = ra = 0, pc = the trampoline
//
// Arguments are words of 64 bits, with n32 too. There callers leave the upper half of an int on the stack undefined, but a register
// that holds an int has it sign-extended: so must be the arguments that come on the stack and go into registers. (A 64-bit argument
// of n32 may be in every other place.) Nothing outside the given stack is written.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/mips64/ucontext-offsets.h>

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[];

#if __SIZEOF_POINTER__ == 4
#define REGISTER_FROM_STACK(argument) ((int32_t)(argument))
#else
#define REGISTER_FROM_STACK(argument) (argument)
#endif
#define ARGUMENTS_IN_REGISTERS 8
#define MAKECONTEXTS_OWN       3

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    unsigned long long *registers = ucp->uc_mcontext.gregs;
    uintptr_t on_stack = argc > ARGUMENTS_IN_REGISTERS ? argc - ARGUMENTS_IN_REGISTERS : 0;
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
        if (i < ARGUMENTS_IN_REGISTERS - MAKECONTEXTS_OWN)
            registers[4 + i] = argument;
        else if (i < ARGUMENTS_IN_REGISTERS)
            registers[4 + i] = REGISTER_FROM_STACK(argument);
        else
            sp[i - ARGUMENTS_IN_REGISTERS] = argument;
    }
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)
