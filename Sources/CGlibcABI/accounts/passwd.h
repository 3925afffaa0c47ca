// Entries of <pwd.h> and <grp.h> as passwd.c reads them.
#pragma once
#include <grp.h>
#include <pwd.h>
#include <stddef.h>
#include <stdio.h>

/// The next entry of a stream in the caller's memory: 0, ENOENT at the end, or ERANGE, and then the stream is behind the entry. Not for a thread
/// that can be cancelled meanwhile.
int glibc_compat_read_user(FILE *stream, struct passwd *entry, char *buffer, size_t size);
int glibc_compat_read_group(FILE *stream, struct group *entry, char *buffer, size_t size);
