// libmvec for AVX: four doubles or eight floats, but pointers two at a time: AVX has no wider integers.
#if defined __x86_64__
#pragma GCC target("avx")
#include "mvec.h"
MVEC(c, 4, double, )
MVEC(c, 8, float, f)
SINCOS2(c, 4, double, , pointers2)
SINCOS4(c, 8, float, f, pointers2)
#endif
