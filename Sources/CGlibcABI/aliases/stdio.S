// <stdio.h>, <mntent.h>, <time.h>, <libintl.h>, <monetary.h>: second names.
#include "jump-alias.h"

alias __asprintf, asprintf
alias __vfscanf, vfscanf
alias __vsnprintf, vsnprintf
alias __vsscanf, vsscanf
alias __setmntent, setmntent
alias __getmntent_r, getmntent_r
alias __endmntent, endmntent
alias __gmtime_r, gmtime_r
alias __strftime_l, strftime_l
alias __strfmon_l, strfmon_l
alias strptime_l, strptime
alias timelocal, mktime
alias __dgettext, dgettext
alias __dcgettext, dcgettext

end_of_aliases
