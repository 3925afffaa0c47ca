// <complex.h>: complex functions of _Float128, from libquadmath. They report nothing in errno. Source: TS 18661-3, 7.3.
#include "quad.h"

#if defined __x86_64__
#define COMPLEX(name) CQ name##f128(CQ z) { int saved = errno; CQ r = QUAD(CQ, name##q, CQ)(z); errno = saved; return r; }
COMPLEX(cacos) COMPLEX(cacosh) COMPLEX(casin) COMPLEX(casinh) COMPLEX(catan) COMPLEX(catanh) COMPLEX(ccos) COMPLEX(ccosh) COMPLEX(cexp) COMPLEX(clog)
COMPLEX(clog10) COMPLEX(csin) COMPLEX(csinh) COMPLEX(csqrt) COMPLEX(ctan) COMPLEX(ctanh)

CQ cpowf128(CQ x, CQ y) { int saved = errno; CQ r = QUAD(CQ, cpowq, CQ, CQ)(x, y); errno = saved; return r; }

Q hypotf128(Q, Q);
Q atan2f128(Q, Q);
Q cabsf128(CQ z) { return hypotf128(__real__ z, __imag__ z); }
Q cargf128(CQ z) { return atan2f128(__imag__ z, __real__ z); }
Q crealf128(CQ z) { return __real__ z; }
Q cimagf128(CQ z) { return __imag__ z; }
CQ conjf128(CQ z) { return ~z; }

/// The point on the Riemann sphere: all infinities are one.
CQ cprojf128(CQ z)
{
    if (!is_infinite(__real__ z) && !is_infinite(__imag__ z)) return z;
    CQ r;
    __real__ r = Q_INFINITY;
    __imag__ r = with_sign(0, __imag__ z);
    return r;
}
#endif
