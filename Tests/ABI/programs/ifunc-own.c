// A library that calls its own exported function chosen at start: musl's loader does not see such a symbol.
// flags: -shared -fPIC
// musl: FAILS irelative
// really: 1 chosen: symbol not found
// ours: RUNS -
// really ours: 0
static int one(void) { return 0; }
static void *choose(void) { return one; }
int chosen(void) __attribute__((ifunc("choose")));
int count(void) { return chosen(); }
