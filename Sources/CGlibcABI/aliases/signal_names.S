// <signal.h>, <stdlib.h>: System V's names.
#include "jump-alias.h"

alias ssignal, signal
alias gsignal, raise
alias getdents64, getdents

end_of_aliases
