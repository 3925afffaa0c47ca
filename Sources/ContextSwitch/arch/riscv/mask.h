// riscv: the signal mask on the way from one context to another.
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
#define MASK_PENDING	0x101		// unknown, and a system call that will tell is under way
#define UNBLOCKABLE	0x40100		// SIGKILL and SIGSTOP: the kernel takes them out of a mask

// The instructions since \start are a sequence.
.macro end_sequence start
	.pushsection context_sequences, "a"
	.balign	8
879:	.dword	\start - 879b, 880f - 879b
	.popsection
880:
.endm
// known_mask becomes \state. Uses t1, t2 and t5.
.macro set_known_mask state
	li	t5, \state
	la.tls.ie t1, KNOWN_MASK
881:	add	t2, tp, t1
	sd	t5, (t2)
	end_sequence 881b
.endm
#endif

// The known mask into \register, or to \unknown. Uses t1 and t2.
.macro known_mask register, unknown
#ifdef ELIDE_MASK
	lbu	t1, HIDDEN(elision)
	beqz	t1, \unknown
	la.tls.ie t1, KNOWN_MASK
881:	add	t2, tp, t1
	ld	\register, (t2)
	end_sequence 881b
	andi	t2, \register, MASK_UNKNOWN
	bnez	t2, \unknown
#endif
.endm

// rt_sigprocmask(\how, a1, a2), to \failed where it fails. Uses a0, a3, a7, t1, t2 and t5.
.macro call_for_mask how, failed
#ifdef ELIDE_MASK
	set_known_mask MASK_PENDING
#endif
	li	a0, \how
	li	a3, MASK_SIZE
	li	a7, SYS_rt_sigprocmask
	ecall
	bnez	a0, \failed
.endm

// The mask is now that of the context at \base. Uses t1 to t6.
.macro learn_mask base
#ifdef ELIDE_MASK
	lbu	t1, HIDDEN(elision)
	beqz	t1, 882f
	ld	t3, UC_SIGMASK(\base)
	li	t4, ~UNBLOCKABLE
	and	t3, t3, t4
	li	t4, MASK_PENDING
	la.tls.ie t1, KNOWN_MASK
881:	add	t2, tp, t1
	ld	t5, (t2)
	bne	t5, t4, 882f
	sd	t3, (t2)
	end_sequence 881b
882:
#endif
.endm

// Some other way will set it. Uses t1, t2 and t5.
.macro forget_mask
#ifdef ELIDE_MASK
	set_known_mask MASK_UNKNOWN
#endif
.endm
