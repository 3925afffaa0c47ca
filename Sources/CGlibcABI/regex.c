// The data objects of <regex.h>, and the version of regexec that programs from before glibc 2.3.4 are bound to.
#include "regex-support.h"

unsigned long re_syntax_options;

// Nothing reads it: glibc keeps the object, with this value, for programs that set it.
int re_max_failures = 2000;

int regexec(const struct glibc_re_pattern_buffer *, const char *, size_t, struct glibc_regmatch *, int);

/// Before 2.3.4 regexec ignored the flags it did not know, and REG_STARTEND was one of them.
__attribute__((used)) int glibc_compat_regexec_2_2_5(const struct glibc_re_pattern_buffer *pattern, const char *string, size_t count,
                                                     struct glibc_regmatch *matches, int flags)
{
    return regexec(pattern, string, count, matches, flags & 3);
}
__asm__(".symver glibc_compat_regexec_2_2_5, regexec@GLIBC_2.2.5");
