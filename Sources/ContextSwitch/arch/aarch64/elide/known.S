// The thread's known mask, the way to forget it, and three functions that must be assembly.
#include "../mask.h"
#include "../frame.h"

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
	LANDING_PAD
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
	mov	x8, x0
	mov	x0, x1
	mov	x1, x2
	mov	x2, x3
	mov	x3, x4
	svc	0
	ret
end HIDDEN(system_call)

// void entry(int signal, siginfo_t *, ucontext_t *): what the kernel calls for every handler, with sp at its frame.
hidden_function HIDDEN(entry)
	add	x2, sp, FRAME_INFO_SIZE
	b	HIDDEN(wrapper)
end HIDDEN(entry)

// long syscall(long number, ...): a program may change its mask this way too, or install a handler. Otherwise nothing happens here;
// calls that return twice or on another stack pass through, because only a jump is added.
function syscall
	cmp	x0, SYS_rt_sigprocmask
	b.eq	.Lforget
	cmp	x0, SYS_rt_sigaction
	b.eq	.Ldistrust
.Lpass:
	adrp	x16, HIDDEN(next_syscall)
	ldr	x16, [x16, :lo12:HIDDEN(next_syscall)]
	cbz	x16, .Llook_up
	br	x16
.Lforget:
	forget_mask
	b	.Lpass
.macro with_arguments_kept function
	stp	x29, x30, [sp, -80]!
	.cfi_adjust_cfa_offset 80
	.cfi_rel_offset x29, 0
	.cfi_rel_offset x30, 8
	stp	x0, x1, [sp, 16]
	stp	x2, x3, [sp, 32]
	stp	x4, x5, [sp, 48]
	stp	x6, x7, [sp, 64]
	bl	\function
	ldp	x0, x1, [sp, 16]
	ldp	x2, x3, [sp, 32]
	ldp	x4, x5, [sp, 48]
	ldp	x6, x7, [sp, 64]
	ldp	x29, x30, [sp], 80
	.cfi_adjust_cfa_offset -80
	.cfi_restore x29
	.cfi_restore x30
.endm
.Ldistrust:
	with_arguments_kept HIDDEN(distrust)
	b	.Lpass
.Llook_up:
	with_arguments_kept HIDDEN(find_syscall)
	b	.Lpass
end syscall

context_no_executable_stack
