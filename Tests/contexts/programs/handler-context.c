// the context that a signal handler received is continued with every register, and its mask
// needs: libc mask
// machine: alpha
// flags: -mcpu=ev67
#include "fact.h"
static volatile int handled;
static void handler(int signal, siginfo_t *info, void *context)
{
    (void)signal, (void)info;
    handled++;
    setcontext(context);
    CHECK(0);
}
/// Sends itself the signal with a value in each register that no call preserves; returns how many have changed.
static long __attribute__((noinline)) interrupted(long self)
{
    register long v0 __asm__("$0") = 37; // kill
    register long a0 __asm__("$16") = self;
    register long a1 __asm__("$17") = SIGUSR1;
    register long changed __asm__("$9");
    __asm__ volatile("lda $1,1001\n\tlda $2,1002\n\tlda $3,1003\n\tlda $4,1004\n\tlda $5,1005\n\tlda $6,1006\n\t"
                     "lda $22,1022\n\tlda $23,1023\n\tlda $24,1024\n\tlda $25,1025\n\titoft $1,$f10\n\titoft $2,$f22\n\t"
                     "callsys\n\tmov $31,$9\n\t.set noat\n\t"
                     ".irp n,1,2,3,4,5,6,22,23,24,25\n\tlda $28,1000+\\n\n\tcmpeq $28,$\\n,$28\n\txor $28,1,$28\n\t"
                     "addq $9,$28,$9\n\t.endr\n\tftoit $f10,$28\n\tcmpeq $28,$1,$28\n\txor $28,1,$28\n\taddq $9,$28,$9\n\t"
                     "ftoit $f22,$28\n\tcmpeq $28,$2,$28\n\txor $28,1,$28\n\taddq $9,$28,$9\n\t.set at"
                     : "=r"(changed), "+r"(v0) : "r"(a0), "r"(a1)
                     : "memory", "$1", "$2", "$3", "$4", "$5", "$6", "$19", "$22", "$23", "$24", "$25", "$28", "$f10", "$f22");
    return changed;
}
int main(void)
{
    struct sigaction action = { .sa_sigaction = handler, .sa_flags = SA_SIGINFO };
    CHECK(sigaction(SIGUSR1, &action, NULL) == 0);
    mask_become(SIGNAL_BIT(REAL_TIME));
    for (int i = 0; i < 1000; i++)
        CHECK(interrupted(getpid()) == 0);
    CHECK(handled == 1000 && mask_now() == SIGNAL_BIT(REAL_TIME));
    return 0;
}
