// What wordexp needs of C.
#pragma once
#include <stddef.h>

/// The arguments that main gets, and how many; none before the C library started.
char **glibc_compat_arguments(int *count);

/// Of glob: the folder that `~` or `~name` stands for, from malloc; NULL where there is none. `no_memory` tells why.
char *glibc_compat_glob_home(const char *name, size_t length, int *no_memory);

/// The text of `${name?word}` on standard error.
void glibc_compat_wordexp_complain(const char *name, const char *text);
