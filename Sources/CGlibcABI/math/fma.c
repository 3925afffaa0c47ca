// <math.h>: fma by IEEE 754's rule for the sign of zero. musl adds a zero z to the rounded product: -0 + 0 is +0, where the product was below
// zero and only too small. fmaf and fmal have it right.
#include <math.h>
#include "next.h"

/// fma(3): a zero z changes no product but an exact zero.
double fma(double x, double y, double z)
{
    if (z == 0 && x != 0 && y != 0)
        return x * y;
    return NEXT(fma)(x, y, z);
}
