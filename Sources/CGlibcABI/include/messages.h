// The texts behind strerror, strsignal and their kin. Internal to the shim.
#pragma once

enum { GLIBC_COMPAT_ERRORS = 134, GLIBC_COMPAT_SIGNALS = 65 };

/// glibc's text, or NULL where the number has none.
extern const char *const glibc_compat_error_texts[GLIBC_COMPAT_ERRORS];
/// "EPERM" and so on; "0" for 0.
extern const char *const glibc_compat_error_names[GLIBC_COMPAT_ERRORS];
/// glibc's text, or NULL where the signal has none.
extern const char *const glibc_compat_signal_texts[GLIBC_COMPAT_SIGNALS];
/// "HUP" and so on.
extern const char *const glibc_compat_signal_names[GLIBC_COMPAT_SIGNALS];

// For Swift, which sees an array of pointers as a tuple.
static inline const char *glibc_compat_error_text(int number) { return glibc_compat_error_texts[number]; }
static inline const char *glibc_compat_error_name(int number) { return glibc_compat_error_names[number]; }
static inline const char *glibc_compat_signal_text(int number) { return glibc_compat_signal_texts[number]; }
static inline const char *glibc_compat_signal_name(int number) { return glibc_compat_signal_names[number]; }
