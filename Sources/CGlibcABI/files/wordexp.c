// <wordexp.h>: what the Swift half needs of C, where functions take variable arguments.
#include <stdio.h>
#include "wordexp-support.h"

void glibc_compat_wordexp_complain(const char *name, const char *text)
{
    fprintf(stderr, "%s: %s\n", name, *text ? text : "parameter null or not set");
}
