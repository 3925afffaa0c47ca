// libmvec for SSE4: two doubles or four floats.
#if defined __x86_64__
#include "mvec.h"
MVEC(b, 2, double, )
MVEC(b, 4, float, f)
SINCOS1(b, 2, double, , pointers2)
SINCOS2(b, 4, float, f, pointers2)
#endif
