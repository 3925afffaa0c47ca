// Where a context's function returns to. r14, which a callee preserves, is uc_link.
//
// Backtraces end here: the return address is undefined, and r2 is 0. Unwinders look up the address before a return address, so the
// range begins with a nop.
#include "context.h"

.macro trampoline_for name, setcontext
	.text
	.p2align 4
	.type	\name, STT_FUNC
	.globl	\name
	.hidden	\name
	.cfi_startproc
	.cfi_undefined 9
	l.nop
\name:
	l.ori	r3, r14, 0
	l.sfeqi	r3, 0
	l.bf	1f
	l.nop
	l.jal	\setcontext
	l.nop
	l.addi	r3, r0, 255			// the context could not be resumed: there is nowhere to go
1:	l.ori	r14, r3, 0
	l.jal	HIDDEN(finish)
	l.nop
	l.ori	r3, r14, 0			// no libc: the kernel ends the process
	l.addi	r11, r0, SYS_exit_group
	l.sys	1
	l.nop
	l.trap	0
	.cfi_endproc
	.size	\name, . - \name
.endm

	trampoline_for HIDDEN(trampoline), HIDDEN(setcontext)
#ifdef WITH_VERSIONS
	trampoline_for HIDDEN(trampoline_2_35), HIDDEN(setcontext_2_35)
#endif

context_no_executable_stack
