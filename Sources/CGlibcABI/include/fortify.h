// How a fortify check that fails ends the process: glibc's text on standard error, then SIGABRT.
#pragma once
#include <stddef.h>

/// Prints `*** TEXT ***: terminated` and aborts. Source: the messages that glibc 2.36 prints.
_Noreturn void glibc_compat_fortify_fail(const char *text);

/// Prints `text` as it stands and aborts (glibc's fatal errors without the stars around them).
_Noreturn void glibc_compat_fatal(const char *text);

/// `*** buffer overflow detected ***: terminated`.
_Noreturn void __chk_fail(void);
