// aarch64: the signal mask on the way from one context to another.
//
// Built with ELIDE_MASK, the functions know the thread's mask from its last change and leave the system call out where nothing would
// change. The thread-local known_mask is a mask, or has SIGKILL's bit, which no mask has: unknown. Whatever may change the mask
// behind it, a handler's entry and return above all, makes it unknown (../../elide); only the functions here make it known, after the
// system call, and only if it is still as they left it before: nothing came between.
//
// A handler may continue the interrupted code on another thread, which has a variable of its own. So the instructions from reading the
// thread pointer to the access are sequences that begin anew when a handler has interrupted them (../../elide/sequences.h).
#pragma once
#include "context.h"

#ifdef ELIDE_MASK
#define KNOWN_MASK	HIDDEN(known_mask)
#define MASK_UNKNOWN	0x100
#define MASK_UNKNOWN_BIT 8
#define MASK_PENDING	0x101		// unknown, and a system call that will tell is under way
#define SIGKILL_BIT	0x100		// and SIGSTOP's: the kernel takes them out of a mask
#define SIGSTOP_BIT	0x40000

// The instructions since \start are a sequence.
.macro end_sequence start
	.pushsection context_sequences, "a"
	.balign	8
879:	.quad	\start - 879b, 880f - 879b
	.popsection
880:
.endm
// Where the variable is from the thread pointer.
.macro known_mask_offset register
	adrp	\register, :gottprel:KNOWN_MASK
	ldr	\register, [\register, :gottprel_lo12:KNOWN_MASK]
.endm
// known_mask becomes \state. Uses x16 and x17, and \register for the value.
.macro set_known_mask state, register
	mov	\register, \state
	known_mask_offset x16
881:	mrs	x17, tpidr_el0
	str	\register, [x17, x16]
	end_sequence 881b
.endm
#endif

// The known mask into \register, or to \unknown. Uses x16 and x17.
.macro known_mask register, unknown
#ifdef ELIDE_MASK
	adrp	x16, HIDDEN(elision)
	ldrb	w16, [x16, :lo12:HIDDEN(elision)]
	cbz	w16, \unknown
	known_mask_offset x16
881:	mrs	x17, tpidr_el0
	ldr	\register, [x17, x16]
	end_sequence 881b
	tbnz	\register, MASK_UNKNOWN_BIT, \unknown
#endif
.endm

// rt_sigprocmask(\how, x1, x2), to \failed where it fails. Uses x0, x3, x8, x16, x17.
.macro call_for_mask how, failed
#ifdef ELIDE_MASK
	set_known_mask MASK_PENDING, x8
#endif
	mov	x0, \how
	mov	x3, MASK_SIZE
	mov	x8, SYS_rt_sigprocmask
	svc	0
	cbnz	x0, \failed
.endm

// The mask is now that of the context at \base. Uses x10, x11, x16, x17.
.macro learn_mask base
#ifdef ELIDE_MASK
	adrp	x16, HIDDEN(elision)
	ldrb	w16, [x16, :lo12:HIDDEN(elision)]
	cbz	w16, 882f
	ldr	x10, [\base, UC_SIGMASK]
	and	x10, x10, ~SIGKILL_BIT
	and	x10, x10, ~SIGSTOP_BIT
	known_mask_offset x16
881:	mrs	x17, tpidr_el0
	ldr	x11, [x17, x16]
	cmp	x11, MASK_PENDING
	b.ne	882f
	str	x10, [x17, x16]
	end_sequence 881b
882:
#endif
.endm

// Some other way will set it. Uses x8, x16 and x17.
.macro forget_mask
#ifdef ELIDE_MASK
	set_known_mask MASK_UNKNOWN, x8
#endif
.endm
