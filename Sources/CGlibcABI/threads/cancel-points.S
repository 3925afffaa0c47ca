// Cancellation points: each leaves the caller's callee-saved registers where unwinding can start from, then calls musl's function.
//
// musl acts on a cancellation deep inside the blocked function, whose frames have no unwind tables. The frame below has, and is found through
// a thread-local pointer. A process with one thread that has not cancelled itself takes the first branches and pays nothing. No function here
// takes arguments on the stack.
//
//      56  return address           <- CFA is above
//      48  the enclosing point
//       0  rbx, rbp, r12 to r15     <- glibc_compat_cancel_point
//
// System V AMD64 psABI 3.2.1: callee-saved registers.

    .hidden glibc_compat_cancellation_used

.macro saved_registers
    .cfi_rel_offset %rbx, 0
    .cfi_rel_offset %rbp, 8
    .cfi_rel_offset %r12, 16
    .cfi_rel_offset %r13, 24
    .cfi_rel_offset %r14, 32
    .cfi_rel_offset %r15, 40
.endm

// The frame around a call of %r11.
.macro call_from_frame
    .cfi_remember_state
    sub $56, %rsp
    .cfi_adjust_cfa_offset 56
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
    xor %eax, %eax
    call *%r11
    mov glibc_compat_cancel_point@gottpoff(%rip), %r10
    mov 48(%rsp), %rcx
    mov %rcx, %fs:(%r10)
    add $56, %rsp
    .cfi_adjust_cfa_offset -56
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
    call find_next
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

    .section .text.find_next, "ax", @progbits
    .p2align 4
// glibc_compat_next(%rax, %r11) into %r11, argument registers kept.
find_next:
    .cfi_startproc
    push %rdi
    .cfi_adjust_cfa_offset 8
    push %rsi
    .cfi_adjust_cfa_offset 8
    push %rdx
    .cfi_adjust_cfa_offset 8
    push %rcx
    .cfi_adjust_cfa_offset 8
    push %r8
    .cfi_adjust_cfa_offset 8
    push %r9
    .cfi_adjust_cfa_offset 8
    mov %rax, %rdi
    mov %r11, %rsi
    call glibc_compat_next@PLT
    mov %rax, %r11
    pop %r9
    .cfi_adjust_cfa_offset -8
    pop %r8
    .cfi_adjust_cfa_offset -8
    pop %rcx
    .cfi_adjust_cfa_offset -8
    pop %rdx
    .cfi_adjust_cfa_offset -8
    pop %rsi
    .cfi_adjust_cfa_offset -8
    pop %rdi
    .cfi_adjust_cfa_offset -8
    ret
    .cfi_endproc

// void glibc_compat_unwind_from(struct cancel_point *): back to the frame of a cancellation point, and out of it by unwinding.
    .section .text.glibc_compat_unwind_from, "ax", @progbits
    .globl glibc_compat_unwind_from
    .type glibc_compat_unwind_from, @function
    .p2align 4
glibc_compat_unwind_from:
    .cfi_startproc
    mov %rdi, %rsp
    mov (%rsp), %rbx
    mov 8(%rsp), %rbp
    mov 16(%rsp), %r12
    mov 24(%rsp), %r13
    mov 32(%rsp), %r14
    mov 40(%rsp), %r15
    .cfi_def_cfa %rsp, 64
    saved_registers
    call glibc_compat_unwind@PLT
    ud2
    .cfi_endproc
    .size glibc_compat_unwind_from, . - glibc_compat_unwind_from

.macro points names:vararg
    .irp name, \names
    cancellation_point \name, \name
    .endr
.endm
    // Behind the shim's own functions of these names.
    cancellation_point glibc_compat_musl_getaddrinfo, getaddrinfo
    cancellation_point glibc_compat_musl_accept4, accept4
    cancellation_point glibc_compat_musl_sem_wait, sem_wait
    cancellation_point glibc_compat_musl_gethostbyname, gethostbyname
    cancellation_point glibc_compat_musl_gethostbyname2, gethostbyname2
    cancellation_point glibc_compat_musl_gethostbyname_r, gethostbyname_r
    // POSIX 2.9.5.2: those that shall be cancellation points, and the ones of Linux beside them.
    points accept, clock_nanosleep, close, connect, creat, epoll_pwait, epoll_wait, fdatasync, fsync, getrandom
    points mq_receive, mq_send, mq_timedreceive, mq_timedsend, msgrcv, msgsnd, msync, nanosleep, pause, poll, ppoll, pread, preadv
    points pselect, pthread_testcancel
    points pwrite, pwritev, read, readv, recv, recvfrom, recvmsg, select, sem_timedwait, send, sendmsg, sendto
    points sigsuspend, sigtimedwait, sigwait, sigwaitinfo, sleep, system, tcdrain, usleep, wait
    points open, openat, waitid, waitpid, write, writev, thrd_sleep, lockf
    // As soon as one of the above is in them. mkstemp and its kin open the file.
    points recvmmsg, sendmmsg, eventfd_read, eventfd_write, mkstemp, mkostemp, mkstemps, mkostemps
    // No cancellation points, but a signal's handler that runs inside of them may be one or be cancelled anywhere.
    points raise, kill, pthread_kill, sigqueue, sigprocmask, pthread_sigmask
.macro own_points names:vararg
    .irp name, \names
    .hidden glibc_compat_\name
    own_cancellation_point \name
    .endr
.endm
    own_points pthread_cond_wait, pthread_cond_timedwait, pthread_cond_clockwait, cnd_wait, cnd_timedwait
    own_points aio_suspend, pthread_setcancelstate, pthread_setcanceltype, pthread_join, pthread_timedjoin_np, thrd_join
    own_points fcntl, splice, tee, vmsplice, copy_file_range, sync_file_range, fallocate, open_by_handle_at, epoll_pwait2, preadv2, pwritev2, wait3, wait4
    .section .note.GNU-stack, "", @progbits
