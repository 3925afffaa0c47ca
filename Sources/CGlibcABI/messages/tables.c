// <errno.h>, <signal.h>, <netdb.h>: the tables of texts, as data that old programs reference directly.
//
// glibc keeps sys_errlist, sys_siglist and sys_sigabbrev for programs that were linked before 2.32, and h_errlist for all. Their sizes are
// part of the interface, because a program's copy relocation copies as many bytes as the symbol says.
#include "../old/old-version.h"
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

// The old versions of the tables are the first entries of today's.
#define OLD_ERRORS(count, bytes, version) \
    OLD_OBJECT(bytes, sys_errlist, sys_errlist, version); \
    OLD_OBJECT(bytes, sys_errlist, _sys_errlist, version); \
    OLD_VERSION("sys_nerr@GLIBC_" version) const int glibc_compat_sys_nerr_##count = count; \
    OLD_VERSION("_sys_nerr@GLIBC_" version) const int glibc_compat__sys_nerr_##count = count
OLD_ERRORS(125, 1000, "2.2.5");
OLD_ERRORS(126, 1008, "2.3");
OLD_ERRORS(132, 1056, "2.4");
OLD_ERRORS(135, 1080, "2.12");
#define OLD_SIGNALS(bytes, version) \
    OLD_OBJECT(bytes, sys_siglist, sys_siglist, version); \
    OLD_OBJECT(bytes, sys_siglist, _sys_siglist, version); \
    OLD_OBJECT(bytes, sys_sigabbrev, sys_sigabbrev, version)
OLD_SIGNALS(512, "2.2.5");
OLD_SIGNALS(520, "2.3.3");

const char *const h_errlist[5] = {
    "Resolver Error 0 (no error)", "Unknown host", "Host name lookup failure", "Unknown server error", "No address associated with name",
};
const int h_nerr = 5;
