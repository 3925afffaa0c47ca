// <utmpx.h>: POSIX's names; glibc's record is the same.
#include "jump-alias.h"

alias setutxent, setutent
alias endutxent, endutent
alias getutxent, getutent
alias getutxid, getutid
alias getutxline, getutline
alias pututxline, pututline
alias utmpxname, utmpname
alias updwtmpx, updwtmp

end_of_aliases
