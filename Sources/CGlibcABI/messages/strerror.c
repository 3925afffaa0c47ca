// <string.h>: strerror and strsignal. In C for their thread-local buffers.
#include "messages.h"
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static __thread char error_buffer[32];
static __thread char signal_buffer[32];

/// Text of an error number; an unknown one yields "Unknown error N" in a buffer of the thread. errno is kept. Source: strerror(3).
char *strerror(int number)
{
    if (number >= 0 && number < GLIBC_COMPAT_ERRORS && glibc_compat_error_texts[number])
        return (char *)glibc_compat_error_texts[number];
    int saved = errno;
    snprintf(error_buffer, sizeof error_buffer, "Unknown error %d", number);
    errno = saved;
    return error_buffer;
}

char *strerror_l(int number, locale_t locale)
{
    (void)locale;
    return strerror(number);
}

/// GNU variant: returns a static text, or the caller's buffer for an unknown number (truncated, always ended). Source: strerror(3).
char *__strerror_r(int number, char *buffer, size_t size)
{
    if (number >= 0 && number < GLIBC_COMPAT_ERRORS && glibc_compat_error_texts[number])
        return (char *)glibc_compat_error_texts[number];
    int saved = errno;
    snprintf(buffer, size, "Unknown error %d", number);
    errno = saved;
    return buffer;
}

/// XSI variant: copies the text; EINVAL for an unknown number, ERANGE where the buffer is too small (then the text is cut).
/// Source: strerror(3), POSIX.
int __xpg_strerror_r(int number, char *buffer, size_t size)
{
    int known = number >= 0 && number < GLIBC_COMPAT_ERRORS && glibc_compat_error_texts[number];
    if (!known) {
        __strerror_r(number, buffer, size);
        return EINVAL;
    }
    const char *text = glibc_compat_error_texts[number];
    size_t length = strlen(text);
    if (size > 0) {
        size_t fits = length < size ? length : size - 1;
        memcpy(buffer, text, fits);
        buffer[fits] = 0;
    }
    return length < size ? 0 : ERANGE;
}

/// Text of a signal; a real-time one yields "Real-time signal N", an unknown one "Unknown signal N". Source: strsignal(3).
char *strsignal(int number)
{
    if (number > 0 && number < GLIBC_COMPAT_SIGNALS && glibc_compat_signal_texts[number])
        return (char *)glibc_compat_signal_texts[number];
    // glibc's SIGRTMIN is 34, musl's 35: the text counts from glibc's.
    if (number >= 34 && number <= 64)
        snprintf(signal_buffer, sizeof signal_buffer, "Real-time signal %d", number - 34);
    else
        snprintf(signal_buffer, sizeof signal_buffer, "Unknown signal %d", number);
    return signal_buffer;
}
