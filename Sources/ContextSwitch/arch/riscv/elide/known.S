// The thread's known mask, the way to forget it, and two functions that must be assembly.
#include "../mask.h"

	.section .tdata, "awT", %progbits
	.p2align 3
	.type	KNOWN_MASK, STT_TLS
	.globl	KNOWN_MASK
	.hidden	KNOWN_MASK
KNOWN_MASK:
	.quad	MASK_UNKNOWN
	.size	KNOWN_MASK, 8

.macro function name
	.text
	.p2align 4
	.type	\name, STT_FUNC
	.globl	\name
\name:
	.cfi_startproc
.endm
.macro hidden_function name
	.hidden	\name
	function \name
.endm
.macro end name
	.cfi_endproc
	.size	\name, . - \name
.endm

hidden_function HIDDEN(forget)
	forget_mask
	ret
end HIDDEN(forget)

// long system_call(long number, long, long, long, long): without the libc.
hidden_function HIDDEN(system_call)
	mv	a7, a0
	mv	a0, a1
	mv	a1, a2
	mv	a2, a3
	mv	a3, a4
	ecall
	ret
end HIDDEN(system_call)

// long syscall(long number, ...): a program may change its mask this way too, or install a handler. Otherwise nothing happens here;
// calls that return twice or on another stack pass through, because only a jump is added.
function syscall
	li	t0, SYS_rt_sigprocmask
	beq	a0, t0, .Lforget
	li	t0, SYS_rt_sigaction
	beq	a0, t0, .Ldistrust
.Lpass:
	ld	t1, HIDDEN(next_syscall)
	beqz	t1, .Llook_up
	jr	t1
.Lforget:
	forget_mask
	j	.Lpass
.macro with_arguments_kept function
	addi	sp, sp, -80
	.cfi_adjust_cfa_offset 80
	sd	ra, 0(sp)
	.cfi_rel_offset ra, 0
	.irp	n, 10, 11, 12, 13, 14, 15, 16, 17
	sd	x\n, 8*(\n-9)(sp)
	.endr
	call	\function
	.irp	n, 10, 11, 12, 13, 14, 15, 16, 17
	ld	x\n, 8*(\n-9)(sp)
	.endr
	ld	ra, 0(sp)
	.cfi_restore ra
	addi	sp, sp, 80
	.cfi_adjust_cfa_offset -80
.endm
.Ldistrust:
	with_arguments_kept HIDDEN(distrust)
	j	.Lpass
.Llook_up:
	with_arguments_kept HIDDEN(find_syscall)
	j	.Lpass
end syscall

context_no_executable_stack
