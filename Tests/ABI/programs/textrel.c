// A program with relocations in its code: it crashes where the kernel has mapped it, not where musl's loader does.
// flags: -pie -fno-pic -mcmodel=large -Wl,-z,notext -w
// musl: RISKY textrel
// really: 0
// ours: RUNS textrel
// really ours: 0
#include <stdio.h>
int main(void) { puts("text"); return 0; }
