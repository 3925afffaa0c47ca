// What mask elision must know of aarch64.
#include "../../../elide/sequences.h"
#include <glibc-compat/arch/aarch64/ucontext.h>

#define GLIBC_FIRST "GLIBC_2.17"
#define SIGVEC      SIGVEC_AT(GLIBC_FIRST)

/// The kernel gives a handler without SA_SIGINFO no context, so this finds it.
#define WRAPPER     HIDDEN(entry)
CONTEXT_HIDDEN void HIDDEN(entry)(int signal, void *info, void *context);

static inline void restart_sequence(void *context)
{
    struct glibc_compat_mcontext *machine = &((struct glibc_compat_ucontext *)context)->uc_mcontext;
    machine->pc = restarted(machine->pc);
}
