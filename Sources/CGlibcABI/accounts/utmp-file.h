// Locks on the files of login records.
#pragma once
#include <stdbool.h>

/// Takes (F_RDLCK, F_WRLCK) or gives back (F_UNLCK) the lock on a whole file.
bool glibc_compat_lock_records(int fd, short kind);
