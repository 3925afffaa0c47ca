// hppa for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 64
#define FOOTPRINT_LIBC  "libc.so.6"
#define VERSION_OF_GET  "GLIBC_2.2"
#define VERSION_OF_SET  "GLIBC_2.2"
#define VERSION_OF_SWAP "GLIBC_2.2"
#define VERSION_OF_MAKE "GLIBC_2.2"
// Where to resume is glibc's own function in its contexts; r19 is the library's, and r22 the address by which getcontext was called.
#define SLOT_IS(byte, n) ((byte) / 4 == 7 + (n))
#define FOOTPRINT_IGNORES(byte) (SLOT_IS(byte, 2) || SLOT_IS(byte, 19) || SLOT_IS(byte, 22))
// getcontext stores the temporaries too: they are the same for each call.
#define FUNCTION_CALL
static void __attribute__((noinline, unused)) function_call(int (*function)(void *), void *context)
{
    static char bound[4096] __attribute__((aligned(16)));
    function(bound); // the first call binds the name, which changes temporaries
    unsigned long *descriptor = (unsigned long *)((unsigned long)function & ~3ul);
    int marked = (unsigned long)function & 2;
    register void *argument __asm__("%r26") = context;
    register unsigned long target __asm__("%r22") = marked ? descriptor[0] : (unsigned long)function;
    register unsigned long data __asm__("%r21") = marked ? descriptor[1] : 0;
    __asm__ volatile(".irp n,4,5,6,7,8,9,10,11,22,23,24,25,26,27,28,29,30,31\n\tfcpy,dbl %fr0,%fr\\n\n\t.endr");
    unsigned long kept; // r19 of this program, where it is compiled with one
    __asm__ volatile("stw %%r19,%3\n\tcopy %%r21,%%r19\n\tldi 1,%%r1\n\tldi 20,%%r20\n\tldi 21,%%r21\n\tldi 23,%%r23\n\t"
                     "ldi 24,%%r24\n\tldi 25,%%r25\n\tldi 28,%%r28\n\tldi 29,%%r29\n\tbl 1f,%%r2\n\tldi 31,%%r31\n\t"
                     "b 2f\n\tldw %3,%%r19\n1:\tbv %%r0(%%r22)\n\tnop\n2:"
                     : "+r"(argument), "+r"(target), "+r"(data), "=m"(kept) :: "memory", "%r1", "%r2", "%r20", "%r23", "%r24", "%r25",
                       "%r28", "%r29", "%r31");
}
static inline void fp_reset(void) {}

#ifdef HARNESS_FREESTANDING
#define SIGUSR1 16
#define SIGUSR2 17
__asm__(".globl _start\n\t.type _start,@function\n_start:\n\t.cfi_startproc\n\t.cfi_undefined 2\n\tldil L'$global$,%r27\n\t"
        "ldo R'$global$(%r27),%r27\n\tldo 127(%r30),%r30\n\tdepi 0,31,6,%r30\n\tbl freestanding_main,%r2\n\tldo 64(%r30),%r30\n\t"
        "iitlbp %r0,(%sr0,%r0)\n\t.cfi_endproc");
static inline long system_call(long number, long a, long b, long c, long d)
{
    register long r20 __asm__("%r20") = number;
    register long r26 __asm__("%r26") = a;
    register long r25 __asm__("%r25") = b;
    register long r24 __asm__("%r24") = c;
    register long r23 __asm__("%r23") = d;
    register long r28 __asm__("%r28");
    __asm__ volatile("ble 0x100(%%sr2,%%r0)\n\tnop" : "=r"(r28), "+r"(r20) : "r"(r26), "r"(r25), "r"(r24), "r"(r23)
                     : "memory", "%r1", "%r2", "%r19", "%r21", "%r22", "%r29", "%r31");
    return r28;
}
#endif

// The status is the first word of fr0.
static inline uint32_t fp_status(void)
{
    union { double number; uint32_t words[2]; } fr0;
    __asm__ volatile("fstds %%fr0,0(%0)" :: "r"(&fr0) : "memory");
    return fr0.words[0];
}
static inline void fp_set_status(uint32_t status)
{
    union { double number; uint32_t words[2]; } fr0 = { .words = { status, 0 } };
    __asm__ volatile("fldds 0(%0),%%fr0" :: "r"(&fr0), "m"(fr0));
}
// The rounding mode and the flags.
static inline uint32_t fp_control(void) { return fp_status() & 0x600; }
#define FP_CONTROLS 4
static inline void fp_set_control(int which) { fp_set_status((fp_status() & ~0x600u) | (uint32_t)which << 9); }
static inline uint32_t fp_flags(void) { return fp_status() >> 27; }
static inline void fp_clear_flags(void) { fp_set_status(fp_status() & 0x07ffffff); }
static inline void fp_raise(int which)
{
    volatile double one = which ? 0.0 : 1.0, zero = 0.0, result;
    result = one / zero;
    (void)result;
}
