// <iconv.h>: the name of the locale's encoding.
#include "CGlibcABI.h"
#include <langinfo.h>

const char *glibc_compat_codeset(void) { return nl_langinfo(CODESET); }
