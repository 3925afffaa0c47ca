// libmvec for AVX2: four doubles or eight floats.
#if defined __x86_64__
#pragma GCC target("avx2")
#include "mvec.h"
MVEC(d, 4, double, )
MVEC(d, 8, float, f)
SINCOS1(d, 4, double, , pointers4)
SINCOS2(d, 8, float, f, pointers4)
#endif
