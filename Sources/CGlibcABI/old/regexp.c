// <regexp.h>, withdrawn from POSIX in 2001 and from glibc's headers in 2.23: matching what the header's inline `compile` left in a buffer.
#include <stddef.h>
#include <stdint.h>
#include <glibc-compat/regex.h>
#include "old-version.h"

enum { REG_NOTEOL = 2, REG_NOMATCH = 1 };
int regexec(const struct glibc_re_pattern_buffer *, const char *, size_t, struct glibc_regmatch *, int);

/// Where the last match begins and ends. `locs` is for the program alone.
char *glibc_compat_loc1, *glibc_compat_loc2, *glibc_compat_locs;
OLD_OBJECT(8, glibc_compat_loc1, loc1, "2.2.5");
OLD_OBJECT(8, glibc_compat_loc2, loc2, "2.2.5");
OLD_OBJECT(8, glibc_compat_locs, locs, "2.2.5");
OLD_REFERENCE(char *, glibc_compat_loc1_bound, loc1, "2.2.5", glibc_compat_loc1);
OLD_REFERENCE(char *, glibc_compat_loc2_bound, loc2, "2.2.5", glibc_compat_loc2);

// The expression lies at the first place for a pointer behind the buffer's start.
static int found(const char *text, const char *buffer, struct glibc_regmatch *match)
{
    uintptr_t place = ((uintptr_t)buffer + _Alignof(void *)) & -(uintptr_t)_Alignof(void *);
    return regexec((const void *)place, text, 1, match, REG_NOTEOL) != REG_NOMATCH;
}

/// Whether the expression is somewhere in the text; loc1 and loc2 tell where.
OLD_VERSION("step@GLIBC_2.2.5") int glibc_compat_step(const char *text, const char *buffer)
{
    struct glibc_regmatch match[2];
    if (!found(text, buffer, match))
        return 0;
    *glibc_compat_loc1_bound() = (char *)text + match->start;
    *glibc_compat_loc2_bound() = (char *)text + match->end;
    return 1;
}

/// Whether the text begins with the expression; loc2 tells where it ends.
OLD_VERSION("advance@GLIBC_2.2.5") int glibc_compat_advance(const char *text, const char *buffer)
{
    struct glibc_regmatch match[2];
    if (!found(text, buffer, match) || match->start != 0)
        return 0;
    *glibc_compat_loc2_bound() = (char *)text + match->end;
    return 1;
}
