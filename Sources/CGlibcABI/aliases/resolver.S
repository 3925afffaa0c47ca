// libresolv's and libc's older names of functions. Source: glibc's <resolv.h>.
#include "jump-alias.h"

alias __dn_comp, dn_comp
alias __dn_expand, dn_expand
alias __dn_skipname, dn_skipname
alias res_gethostbyaddr, gethostbyaddr
alias res_gethostbyname, gethostbyname
alias res_gethostbyname2, gethostbyname2
alias _gethtbyname, gethostbyname
alias _gethtbyname2, gethostbyname2
alias _gethtent, gethostent
alias _sethtent, sethostent
alias __default_morecore, sbrk

end_of_aliases
