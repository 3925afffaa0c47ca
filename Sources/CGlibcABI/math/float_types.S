// <math.h>, <complex.h>: the functions of the types _Float32, _Float64, _Float32x and _Float64x, which are float, double, double and
// (here) long double under other names. Source: ISO/IEC TS 18661-3.
#include "jump-alias.h"

.macro float_types function:req, reentrant
    alias \function\()f32\reentrant, \function\()f\reentrant
    alias \function\()f64\reentrant, \function\reentrant
    alias \function\()f32x\reentrant, \function\reentrant
    alias \function\()f64x\reentrant, \function\()l\reentrant
.endm

float_types acos
float_types acosh
float_types asin
float_types asinh
float_types atan
float_types atan2
float_types atanh
float_types cabs
float_types cacos
float_types cacosh
float_types canonicalize
float_types carg
float_types casin
float_types casinh
float_types catan
float_types catanh
float_types cbrt
float_types ccos
float_types ccosh
float_types ceil
float_types cexp
float_types cimag
float_types clog
float_types clog10
float_types conj
float_types copysign
float_types cos
float_types cosh
float_types cpow
float_types cproj
float_types creal
float_types csin
float_types csinh
float_types csqrt
float_types ctan
float_types ctanh
float_types erf
float_types erfc
float_types exp
float_types exp10
float_types exp2
float_types expm1
float_types fabs
float_types fdim
float_types floor
float_types fma
float_types fmax
float_types fmaximum
float_types fmaximum_mag
float_types fmaximum_mag_num
float_types fmaximum_num
float_types fmaxmag
float_types fmin
float_types fminimum
float_types fminimum_mag
float_types fminimum_mag_num
float_types fminimum_num
float_types fminmag
float_types fmod
float_types frexp
float_types fromfp
float_types fromfpx
float_types getpayload
float_types hypot
float_types ilogb
float_types j0
float_types j1
float_types jn
float_types ldexp
float_types lgamma
float_types lgamma, _r
float_types llogb
float_types llrint
float_types llround
float_types log
float_types log10
float_types log1p
float_types log2
float_types logb
float_types lrint
float_types lround
float_types modf
float_types nan
float_types nearbyint
float_types nextafter
float_types nextdown
float_types nextup
float_types pow
float_types remainder
float_types remquo
float_types rint
float_types round
float_types roundeven
float_types scalbln
float_types scalbn
float_types setpayload
float_types setpayloadsig
float_types sin
float_types sincos
float_types sinh
float_types sqrt
float_types tan
float_types tanh
float_types tgamma
float_types totalorder
float_types totalordermag
float_types trunc
float_types ufromfp
float_types ufromfpx
float_types y0
float_types y1
float_types yn

end_of_aliases
