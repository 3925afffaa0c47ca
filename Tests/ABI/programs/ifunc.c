// A function chosen at start: musl's loader refuses the relocation.
// musl: FAILS irelative
// really: 127 unsupported relocation type 37
// ours: RUNS -
// really ours: 0
static int one(void) { return 0; }
static void *choose(void) { return one; }
int chosen(void) __attribute__((ifunc("choose")));
int main(void) { return chosen(); }
