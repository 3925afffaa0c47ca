// <signal.h>, <setjmp.h>, <ucontext.h>: sets, handlers, queues, jumps.
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>
static volatile int got;
static void handler(int signal) { got = signal; }
static void with_info(int signal, siginfo_t *info, void *context)
{
    say("%d code %d value %d", signal, info->si_code, info->si_value.sival_int);
}

sigemptyset, sigfillset, sigaddset, sigdelset, sigismember, sigisemptyset, sigandset, sigorset:
    sigset_t a, b, c;
    sigemptyset(&a), show(sigisemptyset(&a)), show(sigaddset(&a, SIGINT)), show(sigaddset(&a, 64)),
        show(sigisemptyset(&a)), show(sigismember(&a, SIGINT)), show(sigismember(&a, SIGTERM)),
        show(sigismember(&a, 64));
    fails(sigaddset(&a, 0)); fails(sigaddset(&a, 65)); fails(sigaddset(&a, -1)); fails(sigdelset(&a, 65));
    fails(sigismember(&a, 0)); fails(sigismember(&a, 65));
    show(sigdelset(&a, SIGINT)), show(sigismember(&a, SIGINT)), sigemptyset(&b), sigaddset(&b, 64);
    sigaddset(&b, SIGHUP);
    show(sigandset(&c, &a, &b)), show(sigismember(&c, 64)), show(sigismember(&c, SIGHUP)), show(sigorset(&c, &a, &b));
    show(sigismember(&c, SIGHUP));
    show(sigfillset(&c)), show(sigismember(&c, SIGKILL)), show(sigismember(&c, 31));

sigaction, __sigaction, signal, bsd_signal, ssignal, gsignal, raise, sysv_signal, __sysv_signal, siginterrupt:
    extern int __sigaction(int, const struct sigaction *, struct sigaction *);
    extern sighandler_t __sysv_signal(int, sighandler_t), bsd_signal(int, sighandler_t);
    struct sigaction a = {.sa_handler = handler, .sa_flags = SA_RESTART}, old;
    sigaddset(&a.sa_mask, SIGUSR2);
    show(sigaction(SIGUSR1, &a, &old)), show(old.sa_handler == SIG_DFL), show(old.sa_flags);
    show(__sigaction(SIGUSR1, NULL, &old)), show(old.sa_handler == handler), show((old.sa_flags & SA_RESTART) != 0);
    show(sigismember(&old.sa_mask, SIGUSR2));
    show(raise(SIGUSR1)), show(got), fails(sigaction(SIGKILL, &a, NULL)); fails(sigaction(0, &a, NULL));
    fails(sigaction(65, &a, NULL)); fails(sigaction(-1, &a, NULL));
    show(signal(SIGUSR2, handler) == SIG_DFL), show(gsignal(SIGUSR2)), show(got);
    show(signal(SIGUSR2, SIG_IGN) == handler), fails(signal(SIGKILL, handler) == SIG_ERR);
    fails(signal(99, handler) == SIG_ERR); show(bsd_signal(SIGUSR2, SIG_DFL) == SIG_IGN);
    show(ssignal(SIGUSR2, handler) == SIG_DFL);
    sigaction(SIGUSR2, NULL, &old), show((old.sa_flags & SA_RESTART) != 0), show(siginterrupt(SIGUSR2, 1)),
        sigaction(SIGUSR2, NULL, &old), show((old.sa_flags & SA_RESTART) != 0), fails(siginterrupt(99, 1));
    show(sysv_signal(SIGUSR1, handler) == handler), sigaction(SIGUSR1, NULL, &old);
    show((old.sa_flags & SA_RESETHAND) != 0), got = 0, raise(SIGUSR1), show(got), sigaction(SIGUSR1, NULL, &old);
    show(old.sa_handler == SIG_DFL), show(__sysv_signal(SIGUSR1, SIG_IGN) == SIG_DFL);
    fails(raise(99));

kill, killpg, tgkill, sigqueue, sigpending, sigprocmask, sigsuspend, __sigsuspend, sigtimedwait, sigwaitinfo, sigwait:
    extern int __sigsuspend(const sigset_t *);
    sigset_t set, old;
    siginfo_t info;
    int n = 0;
    struct timespec none = {0, 0}, bad = {0, -1};
    sigemptyset(&set), sigaddset(&set, SIGUSR1), sigaddset(&set, SIGUSR2);
    show(sigprocmask(SIG_BLOCK, &set, &old)), show(sigismember(&old, SIGUSR1)), fails(sigprocmask(99, &set, NULL));
    show(kill(getpid(), SIGUSR1)), show(sigpending(&old)), show(sigismember(&old, SIGUSR1));
    show(sigismember(&old, SIGUSR2)), show(sigwait(&set, &n)), show(n);
    union sigval v = {.sival_int = 42};
    show(sigqueue(getpid(), SIGUSR2, v)), show(sigwaitinfo(&set, &info)), show(info.si_code);
    show(info.si_value.sival_int), show(info.si_pid == getpid()), fails(sigtimedwait(&set, &info, &none));
    fails(sigtimedwait(&set, &info, &bad)); show(tgkill(getpid(), gettid(), SIGUSR1));
    show(sigtimedwait(&set, NULL, &none));
    signal(SIGUSR1, handler), raise(SIGUSR1), sigemptyset(&old), fails(sigsuspend(&old));
    show(got), got = 0, raise(SIGUSR1), fails(__sigsuspend(&old)); show(got);
    show(kill(getpid(), 0)), fails(kill(getpid(), 99)); fails(kill(999999999, 0)); fails(killpg(999999999, 0));
    fails(killpg(-1, 0)); show(killpg(getpgrp(), 0)), fails(tgkill(-1, -1, 0)); fails(sigqueue(999999999, 0, v));
    fails(sigqueue(getpid(), 99, v));

sigaction / the information:
    struct sigaction a = {.sa_sigaction = with_info, .sa_flags = SA_SIGINFO};
    sigaction(SIGUSR1, &a, NULL);
    union sigval v = {.sival_int = 7};
    sigqueue(getpid(), SIGUSR1, v), kill(getpid(), SIGUSR1), raise(SIGUSR1);

sigset, sighold, sigrelse, sigignore, sigpause, __sigpause, __xpg_sigpause, sigblock, sigsetmask, siggetmask:
    extern int __sigpause(int, int), __xpg_sigpause(int), old_sigpause(int) __asm__("sigpause");
    show(sigset(SIGUSR1, handler) == SIG_DFL), show(sighold(SIGUSR1)), raise(SIGUSR1), show(got);
    show(sigrelse(SIGUSR1)), show(got), show(sigset(SIGUSR1, SIG_HOLD) == handler);
    show(sigset(SIGUSR1, SIG_DFL) == SIG_HOLD), show(sigignore(SIGUSR1)), show(raise(SIGUSR1)), fails(sighold(99));
    fails(sigrelse(0)); fails(sigignore(SIGKILL)); fails(sigset(99, handler) == SIG_ERR);
    signal(SIGUSR2, handler), got = 0;
    show(sigblock(sigmask(SIGUSR2))), raise(SIGUSR2), show(got), show(siggetmask() == sigmask(SIGUSR2));
    fails(old_sigpause(0)); show(got), got = 0, raise(SIGUSR2), fails(__sigpause(0, 0));
    show(got), got = 0, raise(SIGUSR2), fails(__xpg_sigpause(SIGUSR2));
    show(got), show(sigsetmask(0) == sigmask(SIGUSR2)), show(siggetmask());

sigaltstack, sigreturn:
    static char stack[65536];
    stack_t s = {.ss_sp = stack, .ss_size = sizeof stack}, old;
    show(sigaltstack(NULL, &old)), show(old.ss_flags), show(sigaltstack(&s, NULL)), show(sigaltstack(NULL, &old));
    show(old.ss_sp == stack), s.ss_size = 100, fails(sigaltstack(&s, NULL)); s.ss_flags = 99, s.ss_size = 65536,
        fails(sigaltstack(&s, NULL)); s.ss_flags = SS_DISABLE, show(sigaltstack(&s, NULL));
    
    fails(sigreturn(NULL));

psignal, psiginfo:
    siginfo_t info = {.si_signo = SIGUSR1, .si_code = SI_USER, .si_pid = 12, .si_uid = 34};
    psignal(SIGINT, "prefix"), psignal(99, NULL), psignal(0, ""), psiginfo(&info, "info");
    info = (siginfo_t){.si_signo = SIGSEGV, .si_code = SEGV_MAPERR}, psiginfo(&info, NULL);

__libc_current_sigrtmax, __libc_allocate_rtsig:
    extern int __libc_allocate_rtsig(int);
    show(__libc_current_sigrtmax()), show(__libc_allocate_rtsig(0)), show(__libc_allocate_rtsig(0));

setjmp, longjmp, _setjmp, _longjmp, __sigsetjmp, siglongjmp:
    extern int plain_setjmp(jmp_buf) __asm__("setjmp") __attribute__((returns_twice));
    static jmp_buf j;
    static sigjmp_buf s;
    static volatile int round;
    sigset_t set;
    int n;
    round = 0, n = plain_setjmp(j), say("%d", n);
    if (round++ < 2) longjmp(j, round - 1);
    round = 0, n = _setjmp(j), say("%d", n);
    if (round++ < 2) _longjmp(j, round * 5);
    sigemptyset(&set), sigaddset(&set, SIGUSR1);
    n = sigsetjmp(s, 1), say("%d", n), sigprocmask(SIG_BLOCK, NULL, &set), show(sigismember(&set, SIGUSR1));
    if (n == 0) sigemptyset(&set), sigaddset(&set, SIGUSR1), sigprocmask(SIG_BLOCK, &set, NULL), siglongjmp(s, 3);
    n = sigsetjmp(s, 0), say("%d", n), sigprocmask(SIG_BLOCK, NULL, &set), show(sigismember(&set, SIGUSR1));
    if (n == 0) sigemptyset(&set), sigaddset(&set, SIGUSR1), sigprocmask(SIG_BLOCK, &set, NULL), siglongjmp(s, 4);

static ucontext_t ours, theirs;
static void other(int a, int b) { say("%d %d", a, b); swapcontext(&theirs, &ours); say("again"); }
getcontext, setcontext, makecontext, swapcontext:
    static char stack[65536];
    volatile int round = 0;
    show(getcontext(&theirs)), theirs.uc_stack.ss_sp = stack, theirs.uc_stack.ss_size = sizeof stack;
    theirs.uc_link = &ours, makecontext(&theirs, (void (*)(void))other, 2, 7, -8), show(swapcontext(&ours, &theirs)),
        show(swapcontext(&ours, &theirs));
    getcontext(&ours), say("round %d", round);
    if (round++ < 2) setcontext(&ours);

__libc_current_sigrtmin, __libc_current_sigrtmax, __libc_allocate_rtsig:
    // The first free one differs with what the C library keeps for itself, so what is said is relative.
    extern int __libc_allocate_rtsig(int);
    int low = __libc_current_sigrtmin(), high = __libc_current_sigrtmax();
    show(SIGRTMIN == low), show(high), show(low >= 34 && low < 38);
    struct sigaction action = {.sa_handler = handler};
    show(sigaction(low, &action, NULL)), show(raise(low)), show(got == low), show(sigaction(low - 1, &action, NULL));
    show(__libc_allocate_rtsig(1) == low), show(__libc_current_sigrtmin() == low + 1);
    show(__libc_allocate_rtsig(0) == high);
    show(__libc_current_sigrtmax() == high - 1), show(SIGRTMAX == high - 1);
    int taken = 0;
    while (__libc_allocate_rtsig(taken % 2) > 0) taken++;
    show(taken == high - 1 - low), show(__libc_allocate_rtsig(1)), show(__libc_allocate_rtsig(0));

sigstack:
    // A call of 4.2BSD that says only where the stack begins: nothing that a kernel can use.
    static char room[65536];
    struct sigstack old = {(void *)1, 1}, new = {room + sizeof room, 0};
    stack_t kernels;
    fails(sigstack(NULL, NULL)); fails(sigstack(NULL, &old)); show(old.ss_onstack), show(old.ss_sp);
    fails(sigstack(&new, &old));
    show(sigaltstack(NULL, &kernels)), fails(sigstack(NULL, &old)); show(old.ss_sp == room + sizeof room);
