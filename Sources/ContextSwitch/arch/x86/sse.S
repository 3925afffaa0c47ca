// int has_sse(void): whether the processor has MXCSR, asked of CPUID once. Changes no register but eax and the flags.
#include "context.h"

#ifndef __SSE__
#define CPUID_SSE (1 << 25)		// leaf 1, edx

	.local	.Lsse
	.comm	.Lsse, 4, 4			// 0 not asked yet, 1 no, 3 yes: written whole, by as many threads as like

	.text
	.p2align 4
	.type	HIDDEN(has_sse), STT_FUNC
	.globl	HIDDEN(has_sse)
	.hidden	HIDDEN(has_sse)
HIDDEN(has_sse):
	.cfi_startproc
	call	1f
	.cfi_adjust_cfa_offset 4
1:	pop	%eax
	.cfi_adjust_cfa_offset -4
	add	$_GLOBAL_OFFSET_TABLE_+(.-1b), %eax
	cmpl	$0, .Lsse@GOTOFF(%eax)
	je	2f
	mov	.Lsse@GOTOFF(%eax), %eax
	and	$2, %eax
	ret
2:	.irp	register, ebx, ecx, edx, eax
	push	%\register
	.cfi_adjust_cfa_offset 4
	.endr
	.cfi_rel_offset %ebx, 12
	mov	$1, %eax
	cpuid
	pop	%eax
	.cfi_adjust_cfa_offset -4
	and	$CPUID_SSE, %edx
	neg	%edx				// carry where SSE is there
	sbb	%edx, %edx
	and	$2, %edx
	or	$1, %edx
	mov	%edx, .Lsse@GOTOFF(%eax)
	mov	%edx, %eax
	and	$2, %eax
	.irp	register, edx, ecx, ebx
	pop	%\register
	.cfi_adjust_cfa_offset -4
	.endr
	.cfi_restore %ebx
	ret
	.cfi_endproc
	.size	HIDDEN(has_sse), . - HIDDEN(has_sse)
#endif

context_no_executable_stack
