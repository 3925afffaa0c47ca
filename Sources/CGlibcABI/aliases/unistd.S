// <unistd.h>, <fcntl.h>, <sched.h> and their neighbours: system calls under the names that glibc's own libraries and old objects import.
#include "jump-alias.h"

alias __adjtimex, adjtimex
alias __arch_prctl, arch_prctl
alias __bsd_getpgrp, getpgid
alias __clone, clone
alias __close, close
alias __connect, connect
alias __dup2, dup2
alias __fcntl, fcntl
alias __fork, fork
alias __getauxval, getauxval
alias __getpagesize, getpagesize
alias __getpgid, getpgid
alias __getpid, getpid
alias __gettimeofday, gettimeofday
alias __lseek, lseek
alias __nanosleep, nanosleep
alias __open, open
alias __pipe, pipe
alias __poll, poll
alias __read, read
alias __select, select
alias __send, send
alias __setpgid, setpgid
alias __statfs, statfs
alias __sysconf, sysconf
alias __vfork, vfork
alias __wait, wait
alias __waitpid, waitpid
alias __write, write
alias __sched_get_priority_max, sched_get_priority_max
alias __sched_get_priority_min, sched_get_priority_min
alias __sched_getparam, sched_getparam
alias __sched_getscheduler, sched_getscheduler
alias __sched_setscheduler, sched_setscheduler
alias __sched_yield, sched_yield
alias ntp_adjtime, adjtimex

end_of_aliases
