// Profiling calls that a compiler inserts (-pg, -finstrument-functions): nothing is recorded. They keep every register, as the
// code around them expects, so they are in assembly.
#if defined __x86_64__
.macro returns name
    .section .text.\name, "ax", @progbits
    .globl \name
    .type \name, @function
\name:
    .cfi_startproc
    ret
    .cfi_endproc
    .size \name, . - \name
.endm

returns _mcount
returns mcount
returns __fentry__
returns __cyg_profile_func_enter
returns __cyg_profile_func_exit
returns _dl_mcount_wrapper
returns _dl_mcount_wrapper_check
returns moncontrol
returns monstartup
returns __monstartup
returns _mcleanup
returns __libc_freeres
#endif
    .section .note.GNU-stack, "", @progbits
