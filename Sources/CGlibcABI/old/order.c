// <math.h>: totalorder and totalordermag took their operands by value before glibc 2.31; TS 18661-1 changed that to pointers.
#include <math.h>
#include "old-version.h"

int totalorder(const double *, const double *), totalordermag(const double *, const double *);
int totalorderf(const float *, const float *), totalordermagf(const float *, const float *);
int totalorderl(const long double *, const long double *), totalordermagl(const long double *, const long double *);

#define BY_VALUE(name, version, type, today) \
    OLD_VERSION(#name "@GLIBC_" version) int glibc_compat_old_##name(type x, type y) { return today(&x, &y); }

BY_VALUE(totalorder, "2.25", double, totalorder)
BY_VALUE(totalordermag, "2.25", double, totalordermag)
BY_VALUE(totalorderf, "2.25", float, totalorderf)
BY_VALUE(totalordermagf, "2.25", float, totalordermagf)
BY_VALUE(totalorderl, "2.25", long double, totalorderl)
BY_VALUE(totalordermagl, "2.25", long double, totalordermagl)
BY_VALUE(totalorderf32, "2.27", float, totalorderf)
BY_VALUE(totalordermagf32, "2.27", float, totalordermagf)
BY_VALUE(totalorderf32x, "2.27", double, totalorder)
BY_VALUE(totalordermagf32x, "2.27", double, totalordermag)
BY_VALUE(totalorderf64, "2.27", double, totalorder)
BY_VALUE(totalordermagf64, "2.27", double, totalordermag)
BY_VALUE(totalorderf64x, "2.27", long double, totalorderl)
BY_VALUE(totalordermagf64x, "2.27", long double, totalordermagl)
