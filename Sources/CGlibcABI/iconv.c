// <iconv.h>: the way to musl's conversions.
#include "CGlibcABI.h"
#include <langinfo.h>

iconv_t glibc_compat_musl_iconv_open(const char *to, const char *from) { return NEXT(iconv_open)(to, from); }
size_t glibc_compat_musl_iconv(iconv_t c, char **in, size_t *in_left, char **out, size_t *out_left)
{
    return NEXT(iconv)(c, in, in_left, out, out_left);
}
void glibc_compat_musl_iconv_close(iconv_t c) { NEXT(iconv_close)(c); }
const char *glibc_compat_codeset(void) { return nl_langinfo(CODESET); }
