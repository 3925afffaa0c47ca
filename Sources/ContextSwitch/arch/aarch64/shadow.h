// aarch64: the shadow stack of a context (GCS, the Guarded Control Stack). A call pushes its return address there too, a return must
// find it there, and only the instructions below move its pointer, GCSPR.
//
// Of two stacks, the one that is not in use ends with a cap: a word that holds the page where it lies, and 1. GCSSS1 and GCSSS2 go to a
// cap's stack and leave a cap on the one they come from. Where a context resumes is recorded as GCSPR will be then. From there the cap,
// or the present pointer if it is the same stack, is found downwards, as glibc finds it.
//
// The instructions are written in their general form, which assemblers know that do not know GCS.
#pragma once

#define CAP_OFFSET_MASK 0xfff

// To \label where the thread has no shadow stack; CHKFEAT is a no-op, and leaves the 1, where there is no such thing. Uses x16.
.macro unless_shadow_stack label
	mov	x16, 1
	hint	#40
	cbnz	x16, \label
.endm

// The record of a function's caller at x2, which is then behind it. Uses x3, x4, x16.
.macro save_shadow_stack
	unless_shadow_stack 870f
	ldr	x3, =GCS_MAGIC | GCS_SIZE << 32
	mrs	x4, s3_3_c2_c5_1		// GCSPR: our return address
	add	x4, x4, 8
	stp	x3, x4, [x2]
	mov	x3, 1				// enabled
	stp	x3, xzr, [x2, 16]
	add	x2, x2, GCS_SIZE
870:
.endm

// To the stack on which \target lies, at or above its end. Uses x10 to x13; x11 is GCSPR.
.macro switch_shadow_stack target
	hint	#19				// GCSB DSYNC: loads see what GCSSS2 has written
	mrs	x11, s3_3_c2_c5_1
	mov	x10, \target
871:	cmp	x10, x11
	b.eq	872f				// the same stack
	sub	x10, x10, 8
	ldr	x12, [x10]
	and	x13, x10, ~CAP_OFFSET_MASK
	orr	x13, x13, 1
	cmp	x12, x13
	b.ne	871b
	sys	#3, c7, c7, #2, x10		// GCSSS1
	sysl	x12, #3, c7, c7, #3		// GCSSS2
	add	x11, x10, 8
872:
.endm

// The shadow stack of the context at x0, out of the common path. A word that holds where the context resumes is left there for RET,
// which needs no landing pad; where there is none, because the context is fresh or the word has been written over, x15 asks for a
// jump. Uses x9 to x15.
.macro restore_shadow_stack back
	mov	x15, 1
	ldr	w9, [x0, UC_GCS]
	ldr	w10, =GCS_MAGIC
	cmp	w9, w10
	b.ne	\back				// stored before the thread had a shadow stack
	ldr	x9, [x0, UC_GCSPR]
	switch_shadow_stack x9
	ldr	x12, [x9, -8]
	ldr	x13, [x0, UC_PC]
	sub	x14, x9, 8
	cmp	x11, x14
	b.hi	873f
	cmp	x12, x13
	b.ne	873f
	mov	x15, 0
	mov	x9, x14
873:	cmp	x11, x9
	b.hs	\back
	sysl	x12, #3, c7, c7, #1		// GCSPOPM
	add	x11, x11, 8
	b	873b
.endm
