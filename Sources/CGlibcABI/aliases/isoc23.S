// <stdlib.h>, <wchar.h>, <inttypes.h>: second names of C23's strtol family. Source: C23 7.24.1.7.
#include "jump-alias.h"

// The locale changes nothing about digits in the locales there are.
alias __isoc23_strtol_l, __isoc23_strtol
alias __isoc23_wcstol_l, __isoc23_wcstol
alias __isoc23_strtoll_l, __isoc23_strtoll
alias __isoc23_wcstoll_l, __isoc23_wcstoll
alias __isoc23_strtoul_l, __isoc23_strtoul
alias __isoc23_wcstoul_l, __isoc23_wcstoul
alias __isoc23_strtoull_l, __isoc23_strtoull
alias __isoc23_wcstoull_l, __isoc23_wcstoull
alias __isoc23_strtoimax, __isoc23_strtol
alias __isoc23_wcstoimax, __isoc23_wcstol
alias __isoc23_strtoumax, __isoc23_strtoul
alias __isoc23_wcstoumax, __isoc23_wcstoul
alias __isoc23_strtoll, __isoc23_strtol
alias __isoc23_wcstoll, __isoc23_wcstol
alias __isoc23_strtoull, __isoc23_strtoul
alias __isoc23_wcstoull, __isoc23_wcstoul

end_of_aliases
