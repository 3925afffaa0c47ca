// libmvec for AVX-512: eight doubles or sixteen floats.
#if defined __x86_64__
#pragma GCC target("avx512f")
#include "mvec.h"
MVEC(e, 8, double, )
MVEC(e, 16, float, f)
SINCOS1(e, 8, double, , pointers8)
SINCOS2(e, 16, float, f, pointers8)
#endif
