// shadow-stacks PROGRAM ARGUMENT...: runs a program of one thread as a processor and a kernel with x86 shadow stacks (SHSTK) would, on
// machines that have none: instruction by instruction. Exits as the program does, or 139 where the processor would have refused.
//
// From the moment the program turns its shadow stack on (arch_prctl), every call is pushed, every return compared, and RDSSP, INCSSP,
// RSTORSSP and SAVEPREVSSP do what Intel's manual says (SDM volume 1, chapter 17; volume 2). The shadow stacks are pages that the
// program can only read. map_shadow_stack, signals and rt_sigreturn do what Linux's arch/x86/kernel/shstk.c does.
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#define ARCH_SHSTK_ENABLE    0x5001
#define SYS_MAP_SHADOW_STACK 453
#define MAIN_SIZE            (1 << 20)
#define SIGNAL_BIT           ((uint64_t)1 << 63)

static pid_t program;
static struct user_regs_struct registers;
static uint64_t ssp;                                // 0: off
static struct { uint64_t start, end; } mapped[65536];
static int mappings;

static void refuse(const char *why)
{
    fprintf(stderr, "shadow stack: %s at %llx, SSP %llx\n", why, registers.rip, (unsigned long long)ssp);
    kill(program, SIGKILL);
    exit(139);
}
static int on_a_shadow_stack(uint64_t address)
{
    for (int i = mappings - 1; i >= 0; i--)
        if (address >= mapped[i].start && address < mapped[i].end)
            return address % 8 == 0;
    return 0;
}
static uint64_t load(uint64_t address)
{
    errno = 0;
    uint64_t word = ptrace(PTRACE_PEEKDATA, program, (void *)address, NULL);
    if (errno)
        refuse("no memory");
    return word;
}
static uint64_t load_shadow(uint64_t address)
{
    if (!on_a_shadow_stack(address))
        refuse("no shadow stack");
    return load(address);
}
static void store_shadow(uint64_t address, uint64_t word)
{
    if (!on_a_shadow_stack(address) || ptrace(PTRACE_POKEDATA, program, (void *)address, (void *)word))
        refuse("no shadow stack");
}
static void push(uint64_t word) { store_shadow(ssp -= 8, word); }
static uint64_t pop(void)
{
    ssp += 8;
    return load_shadow(ssp - 8);
}

/// One instruction of the program; what stopped it.
static int step(int signal)
{
    int status;
    if (ptrace(PTRACE_SINGLESTEP, program, NULL, (void *)(long)signal) || waitpid(program, &status, 0) != program)
        refuse("lost");
    if (WIFEXITED(status))
        exit(WEXITSTATUS(status));
    if (WIFSIGNALED(status))
        exit(128 + WTERMSIG(status));
    ptrace(PTRACE_GETREGS, program, NULL, &registers);
    return WSTOPSIG(status);
}
/// The system call at rip becomes mmap of pages that the program can read. Where they are, or -errno; registers otherwise unchanged.
static uint64_t map(uint64_t size)
{
    struct user_regs_struct before = registers;
    registers.rax = SYS_mmap;
    registers.rdi = 0;
    registers.rsi = size;
    registers.rdx = 1;      // PROT_READ
    registers.r10 = 0x22;   // MAP_PRIVATE | MAP_ANONYMOUS
    registers.r8 = -1;
    registers.r9 = 0;
    ptrace(PTRACE_SETREGS, program, NULL, &registers);
    if (step(0) != SIGTRAP)
        refuse("a signal in mmap");
    uint64_t address = registers.rax;
    if (address < -4095ull && mappings < (int)(sizeof mapped / sizeof *mapped)) {
        mapped[mappings].start = address;
        mapped[mappings++].end = address + (size + 4095) / 4096 * 4096;
    }
    before.rip += 2;
    before.rcx = before.rip;
    before.r11 = before.eflags;
    before.rax = address;
    registers = before;
    ptrace(PTRACE_SETREGS, program, NULL, &registers);
    return address;
}
/// Whether the kernel would have done the system call at rip, and we did.
static int system_call(void)
{
    if (registers.rax == SYS_arch_prctl && registers.rdi == ARCH_SHSTK_ENABLE) {
        uint64_t address = map(MAIN_SIZE);
        ssp = address + MAIN_SIZE;
        registers.rax = 0;
        ptrace(PTRACE_SETREGS, program, NULL, &registers);
        return 1;
    }
    if (!ssp)
        return 0;
    if (registers.rax == SYS_MAP_SHADOW_STACK) {
        uint64_t size = registers.rsi;
        if (registers.rdi || registers.rdx > 1)
            refuse("map_shadow_stack with an address or unknown flags");
        int token = registers.rdx == 1;
        uint64_t address = map(size);
        if (token && address < -4095ull)
            store_shadow(address + size - 8, (address + size) | 1);
    } else if (registers.rax == SYS_rt_sigreturn) {
        uint64_t token = pop();
        if (!(token & SIGNAL_BIT))
            refuse("rt_sigreturn without a token");
        ssp = token & ~SIGNAL_BIT;
        if (!on_a_shadow_stack(ssp) && !on_a_shadow_stack(ssp - 8))
            refuse("rt_sigreturn to no shadow stack");
    }
    return 0;
}

/// The 16 bytes at rip, or those that are there. Code does not change.
static const unsigned char *code_at(uint64_t rip)
{
    static struct { uint64_t rip; unsigned char code[16]; } known[1 << 16];
    unsigned place = rip % (sizeof known / sizeof *known);
    if (known[place].rip != rip) {
        uint64_t in_page = 4096 - rip % 4096;
        struct iovec here = { known[place].code, 16 }, there[] = { { (void *)rip, in_page < 16 ? in_page : 16 },
                                                                  { (void *)(rip + in_page), in_page < 16 ? 16 - in_page : 0 } };
        memset(known[place].code, 0, 16);
        process_vm_readv(program, &here, 1, there, 2, 0);
        known[place].rip = rip;
    }
    return known[place].code;
}
static unsigned long long *numbered(int number)
{
    unsigned long long *all[] = { &registers.rax, &registers.rcx, &registers.rdx, &registers.rbx, &registers.rsp, &registers.rbp,
                                  &registers.rsi, &registers.rdi, &registers.r8, &registers.r9, &registers.r10, &registers.r11,
                                  &registers.r12, &registers.r13, &registers.r14, &registers.r15 };
    return all[number];
}
static void go_on(int length)
{
    registers.rip += length;
    ptrace(PTRACE_SETREGS, program, NULL, &registers);
}
/// The instructions of shadow stacks, which this processor does not know.
static int shadow_instruction(const unsigned char *code)
{
    if (code[0] != 0xf3)
        return 0;
    int rex = (code[1] & 0xf0) == 0x40 ? code[1] : 0;
    const unsigned char *op = code + 1 + !!rex;
    int number = (rex & 1) << 3 | (op[2] & 7), length = 4 + !!rex;
    if (op[0] != 0x0f)
        return 0;
    if (op[1] == 0x1e && (op[2] & 0xf8) == 0xc8 && rex & 8) {           // RDSSPQ
        if (!ssp)
            return 0;
        *numbered(number) = ssp;
    } else if (op[1] == 0xae && (op[2] & 0xf8) == 0xe8 && rex & 8) {    // INCSSPQ
        if (!ssp)
            refuse("INCSSP without a shadow stack");
        int count = *numbered(number) & 0xff;
        if (count) {
            load_shadow(ssp);
            load_shadow(ssp + 8 * (count - 1));
        }
        ssp += 8 * count;
    } else if (op[1] == 0x01 && op[2] == 0xea && !rex) {                // SAVEPREVSSP
        if (!ssp)
            refuse("SAVEPREVSSP without a shadow stack");
        uint64_t token = pop();
        if (!(token & 2) || !(token & 1))
            refuse("SAVEPREVSSP without a token");
        token &= ~3ull;
        store_shadow(token - 8, token | 1);
    } else if (op[1] == 0x01 && (op[2] & 0xf8) == 0x28 && (op[2] & 7) != 4 && (op[2] & 7) != 5) {  // RSTORSSP (register)
        if (!ssp)
            refuse("RSTORSSP without a shadow stack");
        uint64_t address = *numbered(number), token = load_shadow(address);
        if ((token & 3) != 1 || (token & ~1ull) - 8 != address)
            refuse("RSTORSSP without a token");
        store_shadow(address, ssp | 3);
        ssp = address;
    } else
        return 0;
    go_on(length);
    return 1;
}
/// Whether `code` is a near call (1) or a near return (2).
static int kind(const unsigned char *code)
{
    while (*code == 0x3e || *code == 0xf2 || *code == 0x66 || *code == 0x67)  // NOTRACK, BND, padding
        code++;
    if (*code == 0xf3 && (code[1] == 0xc3 || code[1] == 0xc2))
        return 2;
    if ((*code & 0xf0) == 0x40)
        code++;
    if (*code == 0xe8 || (*code == 0xff && (code[1] >> 3 & 7) == 2))
        return 1;
    return *code == 0xc3 || *code == 0xc2 ? 2 : 0;
}
int main(int count, char **arguments)
{
    int status, signal = 0;
    if (count < 2)
        return 2;
    // On one processor the two take turns faster.
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(sched_getcpu(), &one);
    sched_setaffinity(0, sizeof one, &one);
    if (!(program = fork())) {
        ptrace(PTRACE_TRACEME, 0, NULL, NULL);
        execv(arguments[1], arguments + 1);
        _exit(127);
    }
    if (waitpid(program, &status, 0) != program || !WIFSTOPPED(status))
        return 127;
    ptrace(PTRACE_SETOPTIONS, program, NULL, (void *)PTRACE_O_EXITKILL);
    ptrace(PTRACE_GETREGS, program, NULL, &registers);
    for (;;) {
        const unsigned char *code = code_at(registers.rip);
        if (!signal && shadow_instruction(code))
            continue;
        if (!signal && code[0] == 0x0f && code[1] == 0x05 && system_call())
            continue;
        int what = signal ? 0 : kind(code);
        uint64_t rsp = registers.rsp;
        int delivered = signal;
        signal = step(signal);
        if (signal == SIGTRAP)
            signal = 0;
        if (!ssp)
            continue;
        if (delivered && registers.rsp != rsp && registers.rdi == (unsigned)delivered) {
            uint64_t interrupted = ssp;     // a handler's first instruction: its frame begins with where it returns to
            push(interrupted | SIGNAL_BIT);
            push(load(registers.rsp));
        } else if (what == 1 && registers.rsp == rsp - 8)
            push(load(registers.rsp));
        else if (what == 2 && registers.rsp > rsp && pop() != registers.rip)
            refuse("a return elsewhere");
    }
}
