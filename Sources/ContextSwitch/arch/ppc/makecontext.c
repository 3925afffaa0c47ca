// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
//        top -> | (alignment to 16)       |
//               | argument argc ... 9     |
//               | room for lr             |
//         r1 -> | back chain: 0           |   r14 = uc_link, lr = the trampoline, nip = func
//
// Arguments are words of 32 bits. Nothing outside the given stack is written.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/ppc/ucontext-offsets.h>

enum { NIP = 32, LINK = 36, IN_REGISTERS = 8, HEADER = 2 };

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[];

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    unsigned long *registers = ucp->uc_mcontext.uc_regs->gregs;
    uintptr_t on_stack = argc > IN_REGISTERS ? argc - IN_REGISTERS : 0;
    uintptr_t top = (uintptr_t)ucp->uc_stack.ss_sp + ucp->uc_stack.ss_size;
    uint32_t *sp = (uint32_t *)((top - 4 * (HEADER + on_stack)) & -(uintptr_t)16);

    sp[0] = 0;
    registers[1] = (uintptr_t)sp;
    registers[14] = (uintptr_t)ucp->uc_link;
    registers[LINK] = (uintptr_t)HIDDEN(trampoline);
    registers[NIP] = (uintptr_t)func;

    va_list arguments;
    va_start(arguments, argc);
    for (int i = 0; i < argc; i++) {
        uint32_t argument = va_arg(arguments, uint32_t);
        if (i < IN_REGISTERS)
            registers[3 + i] = argument;
        else
            sp[HEADER + i - IN_REGISTERS] = argument;
    }
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)

#ifdef WITH_VERSIONS
extern __typeof__(makecontext) makecontext_novec __attribute__((weak, alias("makecontext")));
__asm__(".symver makecontext_novec, makecontext@GLIBC_2.3.3, remove\n\t.symver makecontext, makecontext@@GLIBC_2.3.4, remove");
#endif
