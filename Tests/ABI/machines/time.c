// On 32-bit machines a program with 32-bit times gets functions that musl keeps for it; they tell the right time.
// all: RUNS -
// x86: RUNS time64
// arm: RUNS time64
// armhf: RUNS time64
// mipsel: RUNS time64
// mips: RUNS time64
// m68k: RUNS time64
// ppc64le: FAILS start-code
// ppc: FAILS start-code
// really: 0
// really ppc64le: 139
// really ppc: 139
#include <time.h>
int main(void) {
    struct timespec now;
    time_t seconds = time(0);
    if (clock_gettime(CLOCK_REALTIME, &now) || seconds < 1700000000) return 9;
    return now.tv_sec - seconds > 1;
}
