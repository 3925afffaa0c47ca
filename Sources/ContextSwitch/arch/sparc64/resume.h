// Resuming the context at i0: the second half of setcontext and swapcontext. After this window's restore, its ins are the context's
// outs, and the context's own window has come from its frame.

.macro resume
#ifndef FORCE_SOFT_FLOAT
	ldub	[%i0+UC_ENAB], %l0
	brz,pn	%l0, 1f
	 ldx	[%i0+UC_GSR], %l0
	ldx	[%i0+UC_FSR], %fsr
	wr	%l0, 0, %asr19
1:
#endif
	flushw
	ldx	[%i0+UC_PC], %g1
	ldx	[%i0+UC_O(6)], %l0
	ldx	[%i0+UC_FP], %l1
	ldx	[%i0+UC_I7], %l2
	stx	%l1, [%l0+STACK_BIAS+112]
	stx	%l2, [%l0+STACK_BIAS+120]
	resumed_rules
	.irp	n, 2, 3, 4, 5
	ldx	[%i0+UC_G(\n)], %g\n
	.endr
	.irp	n, 1, 2, 3, 4, 5, 7, 6
	ldx	[%i0+UC_O(\n)], %i\n
	.endr
	.cfi_def_cfa 30, STACK_BIAS
	.cfi_register 15, 31
	ldx	[%i0+UC_O(0)], %i0
	jmp	%g1
	 restore
.endm
