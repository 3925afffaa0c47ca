// Names and boilerplate of the context functions, the same for every architecture.
//
// Each file is built in two flavours:
//   with the signal mask      getcontext …               weak, as in glibc: libglibc-ucontext, libucontext_posix, the shim
//   WITHOUT_MASK              libucontext_getcontext …   and the plain names as weak aliases unless NO_UNPREFIXED: libucontext
// Calls among the functions go to hidden names, so neither a PLT nor another library's copy comes between them.
#pragma once

#define CONTEXT_PASTE(a, b)  CONTEXT_PASTE_(a, b)
#define CONTEXT_PASTE_(a, b) a##b
#define CONTEXT_STRING(a)    CONTEXT_STRING_(a)
#define CONTEXT_STRING_(a)   #a

#ifdef WITHOUT_MASK
#define PUBLIC(name) CONTEXT_PASTE(libucontext_, name)
#define HIDDEN(name) CONTEXT_PASTE(__libucontext_local_, name)
#else
#define PUBLIC(name) name
#define HIDDEN(name) CONTEXT_PASTE(__glibc_compat_local_, name)
#endif

// The function that ends the process when a context ends that has no successor. Both are weak: where nobody defines it, the
// trampoline makes the system call itself.
#ifdef FREESTANDING
#define EXIT_FUNCTION libucontext_exit
#else
#define EXIT_FUNCTION exit
#endif

#ifdef __ASSEMBLER__

// The labels of an exported function: `PUBLIC(name)`, its hidden twin, and the plain alias.
.macro context_labels public, hidden, plain
	.type	\public, STT_FUNC
	.type	\hidden, STT_FUNC
	.hidden	\hidden
	.globl	\hidden
#ifndef WITHOUT_MASK
	.weak	\public
#else
	.globl	\public
#ifndef NO_UNPREFIXED
	.type	\plain, STT_FUNC
	.weak	\plain
#endif
#endif
.endm

#ifndef CONTEXT_OWN_FUNCTION		// an architecture whose functions are not labels defines these two itself
.macro context_function public, hidden, plain
	.text
	.p2align 4
	context_labels \public, \hidden, \plain
#if defined WITHOUT_MASK && !defined NO_UNPREFIXED
\plain:
#endif
\public:
\hidden:
	.cfi_startproc
.endm

.macro context_end public, hidden, plain
	.cfi_endproc
#if defined WITHOUT_MASK && !defined NO_UNPREFIXED
	.size	\plain, . - \plain
#endif
	.size	\public, . - \public
	.size	\hidden, . - \hidden
.endm
#endif

// \target as \name at an old version of glibc's, beside \name at its \default one. Only where there are versions: the linker drops a
// name without a version where the same object has one with, so both are said.
.macro context_old_version name, version, target, default
#ifdef WITH_VERSIONS
	.type	\target\()_old, STT_FUNC
	.weak	\target\()_old
	.set	\target\()_old, \target
	.symver	\target\()_old, \name\()@\version, remove
	.symver	\name, \name\()@@\default, remove
#endif
.endm

.macro context_no_executable_stack
	.section .note.GNU-stack, "", %progbits
.endm

#if defined __CET__ && __has_include(<cet.h>)
#include <cet.h>			// marks the object as fit for landing pads
#endif

// Unwind rules for registers in a ucontext_t, whose address is in the DWARF register \base (0 to 31): DW_CFA_expression, DW_OP_bregN
// and the offset as a two-byte SLEB128. A plus for an "or", after which m68k would read a comment.
.macro cfi_saved_at base, number, offset
	.cfi_escape 0x10, \number, 3, 0x70 + \base, ((\offset) & 0x7f) + 0x80, (\offset) >> 7
.endm
// DW_CFA_def_cfa_expression, DW_OP_bregN, DW_OP_deref: the CFA is the saved stack pointer.
.macro cfi_cfa_saved_at base, offset
	.cfi_escape 0x0f, 4, 0x70 + \base, ((\offset) & 0x7f) + 0x80, (\offset) >> 7, 0x06
.endm

#define FUNCTION(name) context_function PUBLIC(name), HIDDEN(name), name
#define END(name)      context_end PUBLIC(name), HIDDEN(name), name

#else

// Fit for shadow stacks (GCS), which compilers before GCC 15 cannot say; what they do say of landing pads is added to it.
#if defined __aarch64__ && defined __ARM_FEATURE_BTI_DEFAULT
__asm__(".pushsection .note.gnu.property, \"a\"\n\t.balign 8\n\t.long 4, 16, 5\n\t.asciz \"GNU\"\n\t"
        ".long 0xc0000000, 4, 4, 0\n\t.popsection");
#endif

#define CONTEXT_HIDDEN __attribute__((visibility("hidden")))
#ifndef WITHOUT_MASK
#define CONTEXT_EXPORT(name) __attribute__((weak))
#define CONTEXT_ALIAS(name)
#elif defined NO_UNPREFIXED
#define CONTEXT_EXPORT(name)
#define CONTEXT_ALIAS(name)
#else
#define CONTEXT_EXPORT(name)
#define CONTEXT_ALIAS(name) \
    extern __typeof__(PUBLIC(name)) name __attribute__((weak, alias(CONTEXT_STRING(PUBLIC(name)))));
#endif

#endif
