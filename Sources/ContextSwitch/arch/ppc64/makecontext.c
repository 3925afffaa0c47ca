// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
//        top -> | (alignment to 16)                       |
//               | argument argc ... 9                     |
//               | room for arguments 8 ... 1              |
//               | lr, cr, TOC (and in version 1 two more) |
//         r1 -> | back chain: 0                           |   r14 = uc_link, lr = the trampoline, r12 = nip = func
//
// Arguments are doublewords. Nothing outside the given stack is written.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/ppc64/ucontext-offsets.h>

enum { NIP = 32, LINK = 36, IN_REGISTERS = 8, HEADER = _CALL_ELF == 2 ? 4 : 6 };

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[];

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    unsigned long *registers = ucp->uc_mcontext.gp_regs;
    uintptr_t room = argc > IN_REGISTERS ? argc : IN_REGISTERS;
    uintptr_t top = (uintptr_t)ucp->uc_stack.ss_sp + ucp->uc_stack.ss_size;
    uint64_t *sp = (uint64_t *)((top - 8 * (HEADER + room)) & -(uintptr_t)16);

    sp[0] = 0;
    registers[1] = (uintptr_t)sp;
    registers[14] = (uintptr_t)ucp->uc_link;
    registers[LINK] = (uintptr_t)HIDDEN(trampoline);
#if _CALL_ELF == 2
    registers[NIP] = registers[12] = (uintptr_t)func;
#else
    // A function's address is that of its descriptor: code, TOC, environment.
    const uint64_t *descriptor = (const uint64_t *)(uintptr_t)func;
    registers[NIP] = descriptor[0];
    registers[2] = descriptor[1];
    registers[11] = descriptor[2];
    __asm__("mr %0, 2" : "=r"(registers[15]));
#endif

    va_list arguments;
    va_start(arguments, argc);
    for (int i = 0; i < argc; i++) {
        uint64_t argument = va_arg(arguments, uint64_t);
        if (i < IN_REGISTERS)
            registers[3 + i] = argument;
        else
            sp[HEADER + i] = argument;
    }
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)
