// alpha for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 16
#define FOOTPRINT_LIBC  "libc.so.6.1"
#define VERSION_OF_GET  "GLIBC_2.1"
#define VERSION_OF_SET  "GLIBC_2.0"
#define VERSION_OF_SWAP "GLIBC_2.1"
#define VERSION_OF_MAKE "GLIBC_2.1"
// pv's slot: the address by which getcontext was called.
#define FOOTPRINT_IGNORES(byte) ((byte) >= 296 && (byte) < 304)
// getcontext stores the temporaries too: they are the same for each call.
#define FUNCTION_CALL
static void __attribute__((noinline, unused)) function_call(int (*function)(void *), void *context)
{
    register void *a0 __asm__("$16") = context;
    register int (*pv)(void *) __asm__("$27") = function;
    __asm__ volatile("lda $1,1\n\tlda $2,2\n\tlda $3,3\n\tlda $4,4\n\tlda $5,5\n\tlda $6,6\n\tlda $7,7\n\tlda $8,8\n\t"
                     "lda $22,22\n\tlda $23,23\n\tlda $24,24\n\tlda $25,25\n\t.set noat\n\tlda $28,28\n\t.set at\n\t"
                     "jsr $26,($27),0\n\tldgp $29,0($26)"
                     : "+r"(a0), "+r"(pv) :: "memory", "$0", "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$17", "$18", "$19",
                       "$20", "$21", "$22", "$23", "$24", "$25", "$26", "$28");
}
static inline void fp_reset(void) {}

#ifdef HARNESS_FREESTANDING
#define SIGUSR1     30
#define SIGUSR2     31
#define SIG_BLOCK   1
#define SIG_SETMASK 3
__asm__(".globl _start\n_start:\n\t.cfi_startproc\n\t.cfi_undefined 26\n\tbr $27,1f\n1:\tldgp $29,0($27)\n\tmov $31,$15\n\t"
        "bic $30,15,$30\n\tjsr $26,freestanding_main\n\thalt\n\t.cfi_endproc");
static inline long system_call(long number, long a, long b, long c, long d)
{
    register long v0 __asm__("$0") = number;
    register long a0 __asm__("$16") = a;
    register long a1 __asm__("$17") = b;
    register long a2 __asm__("$18") = c;
    register long a3 __asm__("$19") = d;
    __asm__ volatile("callsys" : "+r"(v0), "+r"(a3) : "r"(a0), "r"(a1), "r"(a2)
                     : "memory", "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$20", "$21", "$22", "$23", "$24", "$25", "$27", "$28");
    return a3 ? -v0 : v0;
}
#endif

static inline uint64_t fp_status(void)
{
    uint64_t fpcr;
    __asm__ volatile("excb\n\tmf_fpcr $f0\n\tstt $f0,%0" : "=m"(fpcr) :: "$f0");
    return fpcr;
}
static inline void fp_set_status(uint64_t fpcr)
{
    __asm__ volatile("ldt $f0,%0\n\texcb\n\tmt_fpcr $f0\n\texcb" :: "m"(fpcr) : "$f0");
}
// The dynamic rounding mode; the flags, which are raised by hand, because a division that raises one may trap to the kernel.
static inline uint32_t fp_control(void) { return fp_status() >> 58 & 3; }
#define FP_CONTROLS 4
static inline void fp_set_control(int which) { fp_set_status((fp_status() & ~(3ul << 58)) | (uint64_t)which << 58); }
static inline uint32_t fp_flags(void) { return fp_status() >> 52 & 0x3f; }
static inline void fp_clear_flags(void) { fp_set_status(fp_status() & ~(0x3ful << 52)); }
static inline void fp_raise(int which) { fp_set_status(fp_status() | 1ul << (which ? 52 : 53)); }
