// Data that others see or that assembly shares with Swift, and the places that the build compiled in.

        .macro  OBJECT name, bytes
        .globl  \name
        .type   \name, @object
        .size   \name, \bytes
        .balign 16
\name:  .zero   \bytes
        .endm

        .bss
        OBJECT  __glibc_compat_loader, 128      // struct glibc_compat_loader, filled before the program starts
        OBJECT  _r_debug, 40                    // struct r_debug
        OBJECT  __libc_stack_end, 8

        OBJECT  glibc_compat_slot_offset, 8     // where our per-thread word is, seen from the thread pointer (negative)
        .hidden glibc_compat_slot_offset
        OBJECT  glibc_compat_save_size, 8       // preserve.S
        .hidden glibc_compat_save_size
        OBJECT  glibc_compat_save_mask, 8
        .hidden glibc_compat_save_mask
        OBJECT  glibc_compat_has_xsavec, 8
        .hidden glibc_compat_has_xsavec

        .section .rodata
        .globl  glibc_compat_libdir
        .hidden glibc_compat_libdir
        .type   glibc_compat_libdir, @object
glibc_compat_libdir:
        .asciz  LIBDIR
        .size   glibc_compat_libdir, . - glibc_compat_libdir

        .globl  _thread_db_sizeof_pthread       // Sanitizers.swift
        .type   _thread_db_sizeof_pthread, @object
        .balign 4
_thread_db_sizeof_pthread:
        .long   128
        .size   _thread_db_sizeof_pthread, . - _thread_db_sizeof_pthread

// glibc_compat_data(n): the address of the nth of these, for Swift, which cannot declare another language's variable.
        .text
        .globl  glibc_compat_data
        .hidden glibc_compat_data
        .type   glibc_compat_data, @function
glibc_compat_data:
        .cfi_startproc
        leaq    1f(%rip), %rax
        movslq  (%rax,%rdi,4), %rdi
        addq    %rdi, %rax
        ret
        .cfi_endproc
        .size   glibc_compat_data, . - glibc_compat_data
        .section .rodata
        .balign 4
1:      .long   __glibc_compat_loader - 1b
        .long   _r_debug - 1b
        .long   __libc_stack_end - 1b
        .long   glibc_compat_slot_offset - 1b
        .long   glibc_compat_save_size - 1b
        .long   glibc_compat_save_mask - 1b
        .long   glibc_compat_has_xsavec - 1b
        .long   glibc_compat_libdir - 1b
        .long   __ehdr_start - 1b
        .long   _DYNAMIC - 1b
        .long   glibc_compat_missing_stubs - 1b
        .hidden __ehdr_start
        .hidden _DYNAMIC

        .section .note.GNU-stack, "", @progbits
