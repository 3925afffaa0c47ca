// Lines of text that Swift cannot print: printf is variadic.
#pragma once
#include <pwd.h>

/// The entry as a line of /etc/passwd, without a newline, into a buffer that the caller says is large enough. 0, or -1.
int glibc_compat_password_line(const struct passwd *entry, char *to);
