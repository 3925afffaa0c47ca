// <errno.h>, <signal.h>, <netdb.h>: the tables of texts, as data that old programs reference directly.
//
// glibc keeps sys_errlist, sys_siglist and sys_sigabbrev for programs that were linked before 2.32, and h_errlist for all. Their sizes are
// part of the interface, because a program's copy relocation copies as many bytes as the symbol says.
#include "messages.h"
#include <stddef.h>

const char *const glibc_compat_error_texts[GLIBC_COMPAT_ERRORS] = {
#define ERROR(number, name, text) [number] = text,
#include "errors.def"
#undef ERROR
};

const char *const glibc_compat_error_names[GLIBC_COMPAT_ERRORS] = {
#define ERROR(number, name, text) [number] = name,
#include "errors.def"
#undef ERROR
};

const char *const glibc_compat_signal_texts[GLIBC_COMPAT_SIGNALS] = {
#define SIGNAL(number, name, text) [number] = text,
#include "signals.def"
#undef SIGNAL
};

const char *const glibc_compat_signal_names[GLIBC_COMPAT_SIGNALS] = {
#define SIGNAL(number, name, text) [number] = name,
#include "signals.def"
#undef SIGNAL
};

// One slot more than there are errors: glibc's symbol is 1080 bytes long.
const char *const sys_errlist[135] = {
#define ERROR(number, name, text) [number] = text,
#include "errors.def"
#undef ERROR
};
const int sys_nerr = 135;
const char *const sys_siglist[GLIBC_COMPAT_SIGNALS] = {
#define SIGNAL(number, name, text) [number] = text,
#include "signals.def"
#undef SIGNAL
};
const char *const sys_sigabbrev[GLIBC_COMPAT_SIGNALS] = {
#define SIGNAL(number, name, text) [number] = name,
#include "signals.def"
#undef SIGNAL
};
extern const char *const _sys_errlist[135] __attribute__((alias("sys_errlist")));
extern const int _sys_nerr __attribute__((alias("sys_nerr")));
extern const char *const _sys_siglist[GLIBC_COMPAT_SIGNALS] __attribute__((alias("sys_siglist")));

const char *const h_errlist[5] = {
    "Resolver Error 0 (no error)", "Unknown host", "Host name lookup failure", "Unknown server error", "No address associated with name",
};
const int h_nerr = 5;
