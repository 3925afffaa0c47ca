// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"

FUNCTION(getcontext)
#ifndef WITHOUT_MASK
	stw	%r2, -20(%r30)			// before anything is written: a bad pointer is EFAULT
	ldo	64(%r30), %r30
	.cfi_def_cfa_offset -64
	.cfi_offset 2, -20
	stw	%r19, -32(%r30)
	stw	%r1, -64(%r30)			// what the system call changes, and glibc stores
	stw	%r20, -60(%r30)
	stw	%r23, -56(%r30)
	stw	%r24, -52(%r30)
	stw	%r25, -48(%r30)
	stw	%r28, -44(%r30)
	stw	%r29, -40(%r30)
	stw	%r31, -36(%r30)
	ldo	UC_SIGMASK(%r26), %r24
	ldi	0, %r25
	ldi	SIG_BLOCK, %r26
	ldi	MASK_SIZE, %r23
	kernel	SYS_rt_sigprocmask
	copy	%r28, %r26
	ldw	-32(%r30), %r19
	ldw	-84(%r30), %r2
	comib,<>,n 0, %r26, 1f
	ldo	-UC_SIGMASK(%r24), %r26
	ldw	-64(%r30), %r1
	ldw	-60(%r30), %r20
	ldw	-56(%r30), %r23
	ldw	-52(%r30), %r24
	ldw	-48(%r30), %r25
	ldw	-44(%r30), %r28
	ldw	-40(%r30), %r29
	ldw	-36(%r30), %r31
	ldo	-64(%r30), %r30
	.cfi_remember_state
	.cfi_def_cfa_offset 0
	.cfi_same_value 2
#endif
	save_context
	stw	%r30, UC_STACK_SP(%r26)
	stw	%r0, UC_STACK_FLAGS(%r26)
	stw	%r0, UC_STACK_SIZE(%r26)
	bv	%r0(%r2)
	ldi	0, %r28
#ifndef WITHOUT_MASK
1:	.cfi_restore_state
	b	HIDDEN(fail)
	ldo	-64(%r30), %r30
#endif
END(getcontext)

context_no_executable_stack
