// The first real-time signal has another number in musl.
// musl: RUNS sigrt
// really: 35
// really glibc: 34
// ours: RUNS sigrt
// really ours: 35
#include <signal.h>
int main(void) { return SIGRTMIN; }
