// a context that lies on the stack just left is not read any more: a handler overwrites that stack at every instruction of a switch
// stepped: no: steps itself
// needs: libc glibc
// machine: x86_64
// reference: no
#include "fact.h"
static ucontext_t saved, left;
static volatile int steps, with_swap, alive;

static void __attribute__((noinline)) overwrite(void)
{
    volatile unsigned char below[8192];
    for (size_t i = 0; i < sizeof below; i++)
        below[i] = 0xa5;
}
static void step(int signal) { (void)signal; steps++; overwrite(); }

/// Below the frame that it resumes: with the next signal, the kernel's frame and the handler's overwrite `copy`.
void descend(void)
{
    ucontext_t copy = saved;
    copy.uc_mcontext.fpregs = &copy.__fpregs_mem;
    alive = 1;
    __asm__ volatile("pushfq\n\torq $0x100,(%%rsp)\n\tpopfq" ::: "memory", "cc");
    if (with_swap)
        swapcontext(&left, &copy);
    else
        setcontext(&copy);
    _exit(3);
}
// Returns how many of the registers that a call preserves have their values when getcontext returns for the second time.
int hold(ucontext_t *context);
__asm__(".text\nhold:\n\t.cfi_startproc\n\t"
        "push %rbx\n\tpush %rbp\n\tpush %r12\n\tpush %r13\n\tpush %r14\n\tpush %r15\n\tpush %rdi\n\t.cfi_def_cfa_offset 64\n\t"
        "mov $0x1111,%ebx\n\tmov $0x2222,%ebp\n\tmov $0x3333,%r12d\n\tmov $0x4444,%r13d\n\tmov $0x5555,%r14d\n\tmov $0x6666,%r15d\n\t"
        "call getcontext@plt\n\tpushfq\n\tandq $~0x100,(%rsp)\n\tpopfq\n\t"
        "cmpl $0, alive(%rip)\n\tjne 1f\n\tcall descend\n"
        "1:\txor %eax,%eax\n\txor %ecx,%ecx\n\t"
        "cmp $0x1111,%rbx\n\tsete %cl\n\tadd %ecx,%eax\n\tcmp $0x2222,%rbp\n\tsete %cl\n\tadd %ecx,%eax\n\t"
        "cmp $0x3333,%r12\n\tsete %cl\n\tadd %ecx,%eax\n\tcmp $0x4444,%r13\n\tsete %cl\n\tadd %ecx,%eax\n\t"
        "cmp $0x5555,%r14\n\tsete %cl\n\tadd %ecx,%eax\n\tcmp $0x6666,%r15\n\tsete %cl\n\tadd %ecx,%eax\n\t"
        "pop %rdi\n\tpop %r15\n\tpop %r14\n\tpop %r13\n\tpop %r12\n\tpop %rbp\n\tpop %rbx\n\t.cfi_def_cfa_offset 8\n\tret\n\t.cfi_endproc");
int main(void)
{
    struct sigaction action = { .sa_handler = step };
    CHECK(sigaction(SIGTRAP, &action, NULL) == 0);
    overwrite();
    for (with_swap = 0; with_swap < 2; with_swap++) {
        alive = steps = 0;
        CHECK(hold(&saved) == 6);
        CHECK(steps > 20);
    }
    return 0;
}
