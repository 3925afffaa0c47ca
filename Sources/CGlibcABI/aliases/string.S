// <string.h>, <strings.h>, <wchar.h>: names with underscores that older headers and hand-written declarations use.
#include "jump-alias.h"

alias __bzero, bzero
alias __ffs, ffs
alias __strcasestr, strcasestr
alias __strdup, strdup
alias __strndup, strndup
alias __strsep_g, strsep
alias __strtok_r, strtok_r
alias __strverscmp, strverscmp
alias __mbrlen, mbrlen
alias __mbrtowc, mbrtowc
alias __towctrans, towctrans
alias __iswctype, iswctype
alias __wcscasecmp_l, wcscasecmp_l
alias __wcsncasecmp_l, wcsncasecmp_l

end_of_aliases
