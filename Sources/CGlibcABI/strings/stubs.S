// The exported string functions: each a jump to what was chosen for the processor.
//
// Under our loader programs do not come through here: it binds them to the chosen function itself (choose.h). A stub is 16 bytes, in the
// order of the table. musl's own loader knows no indirect functions, so these are ordinary ones.
#if defined __x86_64__
    .section .text.glibc_compat_string_stubs, "ax", @progbits
    .p2align 4
    .globl glibc_compat_string_stubs
    .hidden glibc_compat_string_stubs
glibc_compat_string_stubs:
.macro stub name
    .globl \name
    .type \name, @function
    .p2align 4
\name:
    .cfi_startproc
    jmp *glibc_compat_chosen_strings + 8 * number(%rip)
    .cfi_endproc
    .size \name, . - \name
    .set number, number + 1
.endm
    .set number, 0
#define FUNCTION(name, implementation, result, arguments) stub name;
#include "functions.def"
    .section .note.GNU-stack, "", @progbits
#endif
