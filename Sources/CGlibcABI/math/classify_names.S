// <math.h>: BSD's names for what a number is.
#include "jump-alias.h"

alias isnan, __isnan
alias isnanf, __isnanf
alias isnanl, __isnanl
alias isinf, __isinf
alias isinff, __isinff
alias isinfl, __isinfl
alias finitel, __finitel
alias dreml, remainderl
alias gamma, lgamma
alias gammaf, lgammaf
alias gammal, lgammal
alias __clog10, clog10
alias __clog10f, clog10f
alias __clog10l, clog10l

end_of_aliases
