// What mask elision must know of riscv64.
#include "../../../elide/sequences.h"
#include <glibc-compat/arch/riscv/ucontext.h>

#define GLIBC_FIRST "GLIBC_2.27"
#define SIGVEC                          // glibc has it for older machines only
#define WRAPPER     HIDDEN(wrapper)

static inline void restart_sequence(void *context)
{
    struct glibc_compat_mcontext *machine = &((struct glibc_compat_ucontext *)context)->uc_mcontext;
    machine->gregs[0] = restarted(machine->gregs[0]);
}
