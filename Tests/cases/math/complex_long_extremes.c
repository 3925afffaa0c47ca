// Complex functions of long double where exp overflows many times: a zero stays one; and roots of which one part is far smaller than the other.
// flags: -lm -fno-builtin
#include <complex.h>
#include <fenv.h>
#include <stdio.h>

typedef long double L;
typedef complex long double C;

static void tell(const char *name, L x, L y, C w)
{
    int raised = fetestexcept(FE_INVALID | FE_OVERFLOW);
    printf("%s(%Lg, %Lg) = %.12Lg %.12Lg, %x\n", name, x, y, __real__ w, __imag__ w, raised);
}

int main(void)
{
    static const L reals[] = {11500, 22500, 23000, 34000, 1e10L, 1e300L, 1e4000L, 1e-310L, 0x1.8p16383L};
    static const L imaginaries[] = {0, -0.0L, 1, -2, 1e-310L, -1e-4949L};
    for (unsigned i = 0; i < sizeof reals / sizeof *reals; i++)
        for (unsigned j = 0; j < sizeof imaginaries / sizeof *imaginaries; j++)
            for (int negative = 0; negative < 2; negative++) {
                volatile L x = negative ? -reals[i] : reals[i], y = imaginaries[j];
                C z = __builtin_complex(x, y), turned = __builtin_complex(y, x);
                volatile C w;
#define CALL(function, operand) \
                feclearexcept(FE_ALL_EXCEPT); \
                w = function(operand); \
                tell(#function, __real__ operand, __imag__ operand, w);
                CALL(cexpl, z)
                CALL(ccoshl, z)
                CALL(csinhl, z)
                CALL(ccosl, turned)
                CALL(csinl, turned)
                CALL(csqrtl, z)
                CALL(csqrtl, turned)
            }
}
