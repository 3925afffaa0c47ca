// ppc64, ELF ABI version 1: a function's name is that of its descriptor, whose three words are its code, its TOC and an environment.
#pragma once

.macro context_function public, hidden, plain
	.section .opd, "aw"
	.balign	8
	context_labels \public, \hidden, \plain
#if defined WITHOUT_MASK && !defined NO_UNPREFIXED
\plain:
#endif
\public:
\hidden:
	.quad	.Lcode_of_\hidden, .TOC.@tocbase, 0
	.text
	.p2align 4
.Lcode_of_\hidden:
	.cfi_startproc
.endm

.macro context_end public, hidden, plain
	.cfi_endproc
#if defined WITHOUT_MASK && !defined NO_UNPREFIXED
	.size	\plain, . - .Lcode_of_\hidden
#endif
	.size	\public, . - .Lcode_of_\hidden
	.size	\hidden, . - .Lcode_of_\hidden
.endm
