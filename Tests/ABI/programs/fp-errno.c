// musl's mathematical functions leave errno alone.
// flags: -fno-builtin -lm
// musl: RUNS fp-errno
// really: 0
// really glibc: 33
// ours: RUNS -
// really ours: 33
#include <errno.h>
#include <math.h>
int main(void) {
    volatile double minus = -1;
    errno = 0;
    volatile double result = log(minus);
    return result == result ? 1 : errno;
}
