// Cancellation points: each leaves the caller's callee-saved registers where unwinding can start from, then calls musl's function.
// See cancel-frames.h.
#include "cancel-frames.h"

    .section .text.find_next, "ax", @progbits
    .p2align 4
// glibc_compat_next(%rax, %r11) into %r11, argument registers kept.
    .globl glibc_compat_find_next
glibc_compat_find_next:
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

// long glibc_compat_call_guarded(long, long, long, void *function, void (*cleanup)(void *), void *argument)
    begin_point glibc_compat_call_guarded
    mov %rcx, %r11
    .globl glibc_compat_guarded_return
    call_from_frame 72, glibc_compat_guarded_return
    end_point glibc_compat_call_guarded

// Back to the frame of a cancellation point, and out of it by unwinding.
.macro unwind_from symbol:req, size=56
    begin_point \symbol
    mov %rdi, %rsp
    mov (%rsp), %rbx
    mov 8(%rsp), %rbp
    mov 16(%rsp), %r12
    mov 24(%rsp), %r13
    mov 32(%rsp), %r14
    mov 40(%rsp), %r15
    .cfi_def_cfa %rsp, \size + 8
    saved_registers
    call glibc_compat_unwind@PLT
    ud2
    end_point \symbol
.endm
    unwind_from glibc_compat_unwind_from
    unwind_from glibc_compat_unwind_from_guarded, 72

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
    points read, readv, recv, recvfrom, recvmsg, select, sem_timedwait, send, sendmsg, sendto
    points sigsuspend, sigtimedwait, sigwait, sigwaitinfo, sleep, system, tcdrain, usleep, wait
    points open, openat, waitid, waitpid, write, writev, thrd_sleep, lockf
    // As soon as one of the above is in them. mkstemp and its kin open the file.
    points recvmmsg, sendmmsg, eventfd_read, eventfd_write, mkstemp, mkostemp, mkstemps, mkostemps
    // No cancellation points, but a signal's handler that runs inside of them may be one or be cancelled anywhere.
    points raise, kill, pthread_kill, sigqueue, sigprocmask, pthread_sigmask
    own_points pthread_cond_wait, pthread_cond_timedwait, pthread_cond_clockwait, cnd_wait, cnd_timedwait
    own_points aio_suspend, pthread_setcancelstate, pthread_setcanceltype, pthread_join, pthread_timedjoin_np, thrd_join
    own_points pwrite, pwritev, fcntl, splice, tee, vmsplice, copy_file_range, sync_file_range, fallocate, open_by_handle_at, epoll_pwait2
    own_points preadv2, pwritev2, wait3, wait4
    .section .note.GNU-stack, "", @progbits
