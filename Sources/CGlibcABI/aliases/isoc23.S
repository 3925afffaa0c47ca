// <stdio.h>, <wchar.h>: the scanf family of C23, the same but for %i taking 0b. Source: C23 7.23.6.2.
#include "jump-alias.h"

alias __isoc23_scanf, __isoc99_scanf
alias __isoc23_fscanf, __isoc99_fscanf
alias __isoc23_sscanf, __isoc99_sscanf
alias __isoc23_vscanf, __isoc99_vscanf
alias __isoc23_vfscanf, __isoc99_vfscanf
alias __isoc23_vsscanf, __isoc99_vsscanf
alias __isoc23_wscanf, wscanf
alias __isoc23_fwscanf, fwscanf
alias __isoc23_swscanf, swscanf
alias __isoc23_vwscanf, vwscanf
alias __isoc23_vfwscanf, vfwscanf
alias __isoc23_vswscanf, vswscanf

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
