// void makecontext(ucontext_t *ucp, void (*func)(void), int argc, ...): POSIX.1-2001 makecontext(3).
//
//         top -> | (alignment to 4)        |
//                | argument argc ... 7     |
//          r1 -> |                         |   r14 = uc_link, r9 = the trampoline, r11 = func, r2 = 0
//
// Arguments are words of 32 bits. Nothing outside the given stack is written.
#include "../../function.h"
#include <stdarg.h>
#include <glibc-compat/arch/or1k/ucontext-offsets.h>

CONTEXT_HIDDEN extern const char HIDDEN(trampoline)[], HIDDEN(trampoline_2_35)[];

static void make(struct glibc_compat_ucontext *ucp, const char *trampoline, void (*func)(void), int argc, va_list arguments)
{
    unsigned long *registers = ucp->uc_mcontext.gprs;
    uintptr_t on_stack = argc > 6 ? argc - 6 : 0;
    uintptr_t top = (uintptr_t)ucp->uc_stack.ss_sp + ucp->uc_stack.ss_size;
    uint32_t *sp = (uint32_t *)((top - 4 * on_stack) & -(uintptr_t)4);

    registers[1] = (uintptr_t)sp;
    registers[2] = 0;
    registers[9] = (uintptr_t)trampoline;
    registers[11] = (uintptr_t)func;
    registers[14] = (uintptr_t)ucp->uc_link;

    for (int i = 0; i < argc; i++) {
        uint32_t argument = va_arg(arguments, uint32_t);
        if (i < 6)
            registers[3 + i] = argument;
        else
            sp[i - 6] = argument;
    }
}

CONTEXT_EXPORT(makecontext)
void PUBLIC(makecontext)(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    va_list arguments;
    va_start(arguments, argc);
    make(ucp, HIDDEN(trampoline), func, argc, arguments);
    va_end(arguments);
}
CONTEXT_ALIAS(makecontext)

#ifdef WITH_VERSIONS
__attribute__((weak)) void makecontext_2_35(struct glibc_compat_ucontext *ucp, void (*func)(void), int argc, ...)
{
    va_list arguments;
    va_start(arguments, argc);
    make(ucp, HIDDEN(trampoline_2_35), func, argc, arguments);
    va_end(arguments);
}
__asm__(".symver makecontext_2_35, makecontext@GLIBC_2.35, remove\n\t.symver makecontext, makecontext@@GLIBC_2.40, remove");
#endif
