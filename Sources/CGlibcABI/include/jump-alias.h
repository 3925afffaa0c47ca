// One more name for a function that exists: `alias name, target` defines `name` as a jump to `target`. For assembly.
//
// Neither registers nor stack change, so the same jump serves every signature: variadic functions, long double, complex numbers,
// callbacks with their unwind information. An alias in the symbol table would not do: the target is in another file.
#if defined __x86_64__
.macro alias name:req, target:req
    .section .text.\name, "ax", @progbits
    .globl \name
    .type \name, @function
    .p2align 4
\name:
    .cfi_startproc
    jmp *\target@GOTPCREL(%rip)
    .cfi_endproc
    .size \name, . - \name
.endm
#else
#error "say how this architecture jumps through the GOT"
#endif

// The end of each table: no executable stack.
.macro end_of_aliases
    .section .note.GNU-stack, "", @progbits
.endm
