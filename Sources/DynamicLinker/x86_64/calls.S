// The dl* functions whose answer depends on who calls: they pass the return address on as one more argument.

        .macro  WITH_CALLER name, register
        .globl  \name
        .type   \name, @function
\name:  .cfi_startproc
        movq    (%rsp), \register
        jmp     glibc_compat_\name
        .cfi_endproc
        .size   \name, . - \name
        .endm

        .text
        WITH_CALLER dlopen, %rdx        // (file, mode) + caller
        WITH_CALLER dlmopen, %rcx       // (namespace, file, mode) + caller
        WITH_CALLER dlsym, %rdx         // (handle, name) + caller
        WITH_CALLER dlvsym, %rcx        // (handle, name, version) + caller

// A debugger sets a breakpoint here and is told whenever the list of loaded objects changes.
        .globl  _dl_debug_state
        .type   _dl_debug_state, @function
_dl_debug_state:
        .cfi_startproc
        ret
        .cfi_endproc
        .size   _dl_debug_state, . - _dl_debug_state

        .section .note.GNU-stack, "", @progbits
