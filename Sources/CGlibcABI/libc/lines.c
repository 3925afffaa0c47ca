// Lines of text that Swift cannot print: printf is variadic.
#include "lines.h"
#include <stdio.h>

int glibc_compat_password_line(const struct passwd *entry, char *to)
{
    return sprintf(to, "%s:%s:%u:%u:%s:%s:%s", entry->pw_name, entry->pw_passwd, entry->pw_uid, entry->pw_gid, entry->pw_gecos,
                   entry->pw_dir, entry->pw_shell) < 0 ? -1 : 0;
}
