// The frame of a cancellation point, and points in front of musl's functions and of the shim's own. Included by assembly.
//
// musl acts on a cancellation deep inside the blocked function, whose frames have no unwind tables. The frame below has, and is found through
// a thread-local pointer. A process with one thread that has not cancelled itself takes the first branches and pays nothing. No function here
// takes arguments on the stack.
//
//      56  return address           <- CFA is above
//      48  the enclosing point
//       0  rbx, rbp, r12 to r15     <- glibc_compat_cancel_point
//
// A guarded call (glibc_compat_call_guarded) has two words more below the return address: what is called where the thread leaves through the frame.
//
// System V AMD64 psABI 3.2.1: callee-saved registers.

    .hidden glibc_compat_cancellation_used, glibc_compat_find_next

.macro saved_registers
    .cfi_rel_offset %rbx, 0
    .cfi_rel_offset %rbp, 8
    .cfi_rel_offset %r12, 16
    .cfi_rel_offset %r13, 24
    .cfi_rel_offset %r14, 32
    .cfi_rel_offset %r15, 40
.endm

// The frame around a call of %r11, with a label for its return.
.macro call_from_frame size=56, label=1008
    .cfi_remember_state
    sub $\size, %rsp
    .cfi_adjust_cfa_offset \size
    mov %rbx, (%rsp)
    mov %rbp, 8(%rsp)
    mov %r12, 16(%rsp)
    mov %r13, 24(%rsp)
    mov %r14, 32(%rsp)
    mov %r15, 40(%rsp)
    saved_registers
    mov glibc_compat_cancel_point@gottpoff(%rip), %r10
    mov %fs:(%r10), %rax
    mov %rax, 48(%rsp)
    mov %rsp, %fs:(%r10)
    .if \size > 56
    mov %r8, 56(%rsp)
    mov %r9, 64(%rsp)
    .endif
    xor %eax, %eax
    call *%r11
\label:
    mov glibc_compat_cancel_point@gottpoff(%rip), %r10
    mov 48(%rsp), %rcx
    mov %rcx, %fs:(%r10)
    add $\size, %rsp
    .cfi_adjust_cfa_offset -\size
    ret
    .cfi_restore_state
.endm

.macro begin_point symbol:req
    .section .text.\symbol, "ax", @progbits
    .globl \symbol
    .type \symbol, @function
    .p2align 4
\symbol:
    .cfi_startproc
.endm

.macro end_point symbol:req
    .cfi_endproc
    .size \symbol, . - \symbol
.endm

.macro cancellation_point symbol:req, name:req
    .section .bss.next_\symbol, "aw", @nobits
    .p2align 3
next_\symbol:
    .zero 8
    .section .rodata.cancel_points, "a", @progbits
name_\symbol:
    .asciz "\name"
    begin_point \symbol
    mov next_\symbol(%rip), %r11
    test %r11, %r11
    jz 3f
1:  mov __libc_single_threaded@GOTPCREL(%rip), %r10
    cmpb $0, (%r10)
    je 2f
    cmpb $0, glibc_compat_cancellation_used(%rip)
    jne 2f
    jmp *%r11
2:  call_from_frame
3:  lea name_\symbol(%rip), %rax
    lea next_\symbol(%rip), %r11
    call glibc_compat_find_next
    jmp 1b
    end_point \symbol
.endm

// The same in front of a function of the shim.
.macro own_cancellation_point symbol:req
    begin_point \symbol
    lea glibc_compat_\symbol(%rip), %r11
    call_from_frame
    end_point \symbol
.endm

.macro points names:vararg
    .irp name, \names
    cancellation_point \name, \name
    .endr
.endm
.macro own_points names:vararg
    .irp name, \names
    .hidden glibc_compat_\name
    own_cancellation_point \name
    .endr
.endm
