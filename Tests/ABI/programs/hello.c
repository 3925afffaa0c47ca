// A plain program runs.
// musl: RUNS -
// really: 0
// ours: RUNS -
// really ours: 0 hello
#include <stdio.h>
int main(void) { puts("hello"); return 0; }
