// <fenv.h>, <fpu_control.h>: rounding modes, exceptions and traps, for SSE and x87.
// link: -lm
#include <fenv.h>
#include <float.h>
#include <fpu_control.h>
#include <math.h>
#include <signal.h>
#include <unistd.h>
static volatile double one = 1, three = 3, zero = 0, large = 1e300;
static volatile long double lone = 1, lthree = 3;
#define STATE say("raised %x, rounding %x, traps %x", fetestexcept(FE_ALL_EXCEPT), fegetround(), fegetexcept())

feraiseexcept, feclearexcept, fetestexcept, fesetexcept:
    const int sets[] = {0, FE_INVALID, FE_DIVBYZERO, FE_OVERFLOW, FE_UNDERFLOW, FE_INEXACT, FE_ALL_EXCEPT,
        FE_INVALID | FE_INEXACT};
    STATE;
    for (int i = 0; i < count(sets); i++) {
        show(feclearexcept(FE_ALL_EXCEPT));
        show(feraiseexcept(sets[i]));
        STATE;
        show(feclearexcept(FE_INVALID | FE_OVERFLOW));
        STATE;
        feclearexcept(FE_ALL_EXCEPT);
        show(fesetexcept(sets[i]));
        STATE;
        show(fetestexcept(FE_DIVBYZERO));
    }
    feclearexcept(FE_ALL_EXCEPT);
    zero = one / zero;
    STATE;
    lone = lone / lthree;
    STATE;
    large *= large;
    STATE;

fegetround, fesetround:
    const int modes[] = {FE_DOWNWARD, FE_UPWARD, FE_TOWARDZERO, FE_TONEAREST, 1, -1, 0x1000};
    for (int i = 0; i < count(modes); i++) {
        show(fesetround(modes[i]) != 0);
        show(fegetround());
        say("%a %La %a %La", one / three, lone / lthree, -one / three, -lone / lthree);
        show(rint(2.5));
        show(rintl(-2.5L));
    }

fegetenv, fesetenv, feholdexcept, feupdateenv:
    fenv_t env, held;
    fesetround(FE_UPWARD);
    feraiseexcept(FE_INEXACT);
    show(fegetenv(&env));
    fesetround(FE_DOWNWARD);
    feraiseexcept(FE_OVERFLOW);
    STATE;
    show(fesetenv(&env));
    STATE;
    show(fesetenv(FE_DFL_ENV));
    STATE;
    feraiseexcept(FE_INVALID);
    show(feholdexcept(&held));
    STATE;
    feraiseexcept(FE_DIVBYZERO);
    show(feupdateenv(&held));
    STATE;
    fesetround(FE_TOWARDZERO);
    show(feupdateenv(FE_DFL_ENV));
    STATE;
    feenableexcept(FE_DIVBYZERO);
    show(feholdexcept(&held));
    STATE;
    show(fesetenv(&held));
    STATE;
    show(fesetenv(FE_NOMASK_ENV));
    STATE;

fegetexceptflag, fesetexceptflag, fetestexceptflag:
    fexcept_t flags;
    feraiseexcept(FE_INVALID | FE_INEXACT);
    show(fegetexceptflag(&flags, FE_ALL_EXCEPT));
    show(fetestexceptflag(&flags, FE_ALL_EXCEPT));
    show(fetestexceptflag(&flags, FE_OVERFLOW | FE_INVALID));
    feclearexcept(FE_ALL_EXCEPT);
    feraiseexcept(FE_OVERFLOW);
    show(fesetexceptflag(&flags, FE_INVALID | FE_OVERFLOW));
    STATE;
    show(fesetexceptflag(&flags, FE_ALL_EXCEPT));
    STATE;

feenableexcept, fedisableexcept, fegetexcept:
    show(fegetexcept());
    show(feenableexcept(FE_DIVBYZERO | FE_INVALID));
    show(fegetexcept());
    show(fedisableexcept(FE_INVALID));
    show(fegetexcept());
    show(feenableexcept(0x8000));
    show(fedisableexcept(FE_ALL_EXCEPT));
    show(fegetexcept());

feenableexcept / a trap:
    feenableexcept(FE_DIVBYZERO);
    say("dividing");
    one = one / zero;
    say("not here");

fegetmode, fesetmode:
    femode_t mode;
    fesetround(FE_UPWARD);
    feenableexcept(FE_OVERFLOW);
    show(fegetmode(&mode));
    fesetround(FE_DOWNWARD);
    feraiseexcept(FE_INEXACT);
    show(fesetmode(FE_DFL_MODE));
    STATE;
    show(fesetmode(&mode));
    STATE;

__fpu_control:
    extern fpu_control_t __fpu_control;
    fpu_control_t now;
    _FPU_GETCW(now);
    show(__fpu_control);
    show(now);
