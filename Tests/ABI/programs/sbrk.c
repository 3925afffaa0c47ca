// sbrk fails for any change.
// musl: RISKY stub
// really: 9
// ours: RUNS -
// really ours: 0
#include <unistd.h>
int main(void) { return sbrk(4096) == (void *)-1 ? 9 : 0; }
