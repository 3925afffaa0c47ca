// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
// The stack that func finds, 16-byte aligned as at any function's entry:
//
//      top -> | (alignment)                    |
//      rbx -> | uc_link                        |
//             | argument argc ... argument 7   |
//      rsp -> | the trampoline                 |  rsp % 16 == 8
//
// Arguments are words of 64 bits, so pointers and longs pass. Nothing outside the given stack is written: where all this does not
// fit, the context gets no place for its FP state, and the switch to it is -1 and ENOMEM.
//
// A thread with a shadow stack gives the context one of its own, which nobody unmaps: as in glibc, because nobody knows when the
// context is not needed any more. The function's call, which puts the trampoline on both stacks, is then still to be done.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/x86_64/ucontext-offsets.h>
#include "shadow-stack.h"

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[], HIDDEN(start)[];

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    static const unsigned char argument_register[6] = {
        GLIBC_COMPAT_RDI, GLIBC_COMPAT_RSI, GLIBC_COMPAT_RDX, GLIBC_COMPAT_RCX, GLIBC_COMPAT_R8, GLIBC_COMPAT_R9
    };
    int64_t *registers = ucp->uc_mcontext.gregs;
    unsigned long on_stack = argc > 6 ? argc - 6 : 0;
    uintptr_t top = (uintptr_t)ucp->uc_stack.ss_sp + ucp->uc_stack.ss_size;
    uintptr_t *sp = (uintptr_t *)((top - 8 * (on_stack + 1)) & -(uintptr_t)16) - 1;
    uintptr_t *link = sp + 1 + on_stack;

    int shadow = has_shadow_stack();
    registers[GLIBC_COMPAT_RIP] = (int64_t)(uintptr_t)func;
    if (ucp->uc_stack.ss_size < 8 * (on_stack + 2) || (uintptr_t)sp < (uintptr_t)ucp->uc_stack.ss_sp ||
        (shadow && !give_shadow_stack(ucp))) {
        ucp->uc_mcontext.fpregs = NULL;
        return;
    }
    if (!ucp->uc_mcontext.fpregs && ucp->fpregs_mem.cwd)
        ucp->uc_mcontext.fpregs = &ucp->fpregs_mem; // a second attempt, after one that did not fit
    sp[0] = (uintptr_t)HIDDEN(trampoline);
    *link = (uintptr_t)ucp->uc_link;
    registers[GLIBC_COMPAT_RSP] = (int64_t)(uintptr_t)sp;
    registers[GLIBC_COMPAT_RBX] = (int64_t)(uintptr_t)link;
    registers[GLIBC_COMPAT_RBP] = 0;
    if (shadow) {
        registers[GLIBC_COMPAT_RIP] = (int64_t)(uintptr_t)HIDDEN(start);
        registers[GLIBC_COMPAT_R12] = (int64_t)(uintptr_t)func;
        registers[GLIBC_COMPAT_RSP] += 8;
    }

    va_list arguments;
    va_start(arguments, argc);
    for (int i = 0; i < argc; i++) {
        int64_t argument = va_arg(arguments, int64_t);
        if (i < 6)
            registers[argument_register[i]] = argument;
        else
            sp[1 + i - 6] = (uintptr_t)argument;
    }
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)
