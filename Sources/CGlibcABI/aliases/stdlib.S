// <stdlib.h>, <wchar.h>: conversions of numbers. A locale argument comes last and changes nothing about digits in the locales there are,
// and neither does the grouping argument of the `_internal` names, so the function without it does the work.
#include "jump-alias.h"

alias strtol_l, strtol
alias strtoul_l, strtoul
alias strtoll_l, strtoll
alias strtoull_l, strtoull
alias strtoq, strtoll
alias strtouq, strtoull
alias __strtol_l, strtol
alias __strtoul_l, strtoul
alias __strtoll_l, strtoll
alias __strtoull_l, strtoull
alias __strtof_internal, strtof
alias __strtod_internal, strtod
alias __strtold_internal, strtold
alias wcstol_l, wcstol
alias wcstoul_l, wcstoul
alias wcstoll_l, wcstoll
alias wcstoull_l, wcstoull
alias wcstoq, wcstoll
alias wcstouq, wcstoull
alias __wcstol_l, wcstol
alias __wcstoul_l, wcstoul
alias __wcstoll_l, wcstoll
alias __wcstoull_l, wcstoull
alias __wcstol_internal, wcstol
alias __wcstoul_internal, wcstoul
alias __wcstoll_internal, wcstoll
alias __wcstoull_internal, wcstoull
alias wcstof_l, wcstof
alias wcstod_l, wcstod
alias wcstold_l, wcstold
alias __wcstof_l, wcstof
alias __wcstod_l, wcstod
alias __wcstold_l, wcstold
alias __wcstof_internal, wcstof
alias __wcstod_internal, wcstod
alias __wcstold_internal, wcstold
alias strtof32, strtof
alias strtof64, strtod
alias strtof32x, strtod
alias strtof64x, strtold
alias strtof32_l, strtof_l
alias strtof64_l, strtod_l
alias strtof32x_l, strtod_l
alias strtof64x_l, strtold_l
alias wcstof32, wcstof
alias wcstof64, wcstod
alias wcstof32x, wcstod
alias wcstof64x, wcstold
alias wcstof32_l, wcstof
alias wcstof64_l, wcstod
alias wcstof32x_l, wcstod
alias wcstof64x_l, wcstold

end_of_aliases
