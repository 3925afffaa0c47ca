// Functions that glibc keeps for old programs and that do nothing there either, and small ones of the resolver. Source: what glibc 2.36's do.
#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "../resolver/resolver.h"
#include "old-version.h"

// The name service switch's own functions, which stopped working for others with glibc 2.34.
OLD_VERSION("__nss_database_lookup@GLIBC_2.2.5")
int glibc_compat_nss_database_lookup(const char *database, const char *other, const char *defaults, void **found)
{
    (void)database, (void)other, (void)defaults;
    *found = NULL;
    return -1;
}

static int unavailable(void)
{
    errno = ENOSYS;
    return -1;
}
OLD_VERSION("__nss_passwd_lookup@GLIBC_2.2.5") int glibc_compat_nss_passwd_lookup(void) { return unavailable(); }
OLD_VERSION("__nss_group_lookup@GLIBC_2.2.5") int glibc_compat_nss_group_lookup(void) { return unavailable(); }
OLD_VERSION("__nss_hosts_lookup@GLIBC_2.2.5") int glibc_compat_nss_hosts_lookup(void) { return unavailable(); }
OLD_VERSION("__nss_next@GLIBC_2.2.5") int glibc_compat_nss_next(void) { return -1; }

// Hooks of res_send, which glibc stores and does not call. musl's header has no names for them.
_Static_assert(__builtin_offsetof(struct __res_state, res_h_errno) == 0x1f0, "glibc's layout");
static void store_hook(size_t place, void *hook) { memcpy((char *)__res_state() + place, &hook, sizeof hook); }
OLD_VERSION("res_send_setqhook@GLIBC_2.2.5") void glibc_compat_res_send_setqhook(void *hook) { store_hook(0x1e0, hook); }
OLD_VERSION("res_send_setrhook@GLIBC_2.2.5") void glibc_compat_res_send_setrhook(void *hook) { store_hook(0x1e8, hook); }

/// A moment as DNSSEC's records write it, in memory that the next call uses again; EOVERFLOW after 2038.
OLD_VERSION("__p_secstodate@GLIBC_2.2.5") char *glibc_compat_p_secstodate(unsigned long seconds)
{
    static char text[15];
    time_t moment = (time_t)seconds;
    struct tm parts;
    if (seconds > INT32_MAX || !gmtime_r(&moment, &parts)) {
        errno = EOVERFLOW;
        return strcpy(text, "<overflow>");
    }
    strftime(text, sizeof text, "%Y%m%d%H%M%S", &parts);
    return text;
}

/// vfscanf that says of a failed conversion whether the input ended.
OLD_VERSION("_IO_vfscanf@GLIBC_2.2.5") int glibc_compat_io_vfscanf(FILE *stream, const char *format, va_list arguments, int *error)
{
    int result = vfscanf(stream, format, arguments);
    if (error)
        *error = result == EOF;
    return result;
}

// <math.h>: System V's handling of errors, whose default value, POSIX's, is what every function here does.
int glibc_compat_lib_version = 2;
OLD_OBJECT(4, glibc_compat_lib_version, _LIB_VERSION, "2.2.5");

/// "Not handled": what a program that has none of its own gets.
OLD_VERSION("matherr@GLIBC_2.2.5") int glibc_compat_matherr(void *exception)
{
    (void)exception;
    return 0;
}

// GCC before 4 passed a short constant to these once for each length it might have, as arrays in registers and on the stack.
#define EACH_LENGTH uint64_t two, uint64_t three, uint64_t four, uint64_t five, uint64_t six, uint64_t seven, uint64_t eight
#define AS_ARRAY {two, three, four, five, six, seven, eight}

static void *copy(void *to, size_t length, char one, const uint64_t *longer)
{
    if (length == 1)
        *(char *)to = one;
    else if (length >= 2 && length <= 8)
        memcpy(to, &longer[length - 2], length);
    return to;
}

OLD_VERSION("__mempcpy_small@GLIBC_2.2.5") void *glibc_compat_mempcpy_small(void *to, char one, EACH_LENGTH, size_t length)
{
    return (char *)copy(to, length, one, (uint64_t[])AS_ARRAY) + length;
}
OLD_VERSION("__strcpy_small@GLIBC_2.2.5") char *glibc_compat_strcpy_small(char *to, EACH_LENGTH, size_t length)
{
    return copy(to, length, 0, (uint64_t[])AS_ARRAY);
}
OLD_VERSION("__stpcpy_small@GLIBC_2.2.5") char *glibc_compat_stpcpy_small(char *to, EACH_LENGTH, size_t length)
{
    return (char *)copy(to, length, 0, (uint64_t[])AS_ARRAY) + length - 1;
}

// A heap dumped to a file, as old Emacs did. No state is given since glibc 2.26; one that was dumped with glibc's allocator inside is refused as
// being of another version, where libc_malloc_debug.so takes it.
OLD_VERSION("malloc_get_state@GLIBC_2.2.5") void *glibc_compat_malloc_get_state(void)
{
    errno = ENOSYS;
    return NULL;
}
OLD_VERSION("malloc_set_state@GLIBC_2.2.5") int glibc_compat_malloc_set_state(const long *state) { return *state == 0x444c4541 ? -2 : -1; }
