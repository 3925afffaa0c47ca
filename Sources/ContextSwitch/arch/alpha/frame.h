// A context that a signal handler received, or whose pc the program has set: all its registers hold something, and the system call
// sigreturn loads them all, as glibc does for every context. It is known by its pc, which in other contexts is the value of ra: after
// a call no temporary holds anything, so code that was interrupted just there needs no more than they do.

#define SYS_sigreturn 103

// Continues such a context at a0, whose mask is set already; falls through for the others. Uses $0 and $1.
.macro continue_frame
	ldq	$0, UC_PC($16)
	ldq	$1, UC_REGS+8*26($16)
	cmpeq	$0, $1, $1
	bne	$1, 8f
	ldq	$0, UC_SIGMASK($16)
	stq	$0, UC_MASK($16)		// where sigreturn takes it from
	lda	$16, UC_MCONTEXT($16)
	lda	$0, SYS_sigreturn
	callsys
8:
.endm
