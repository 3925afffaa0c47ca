// A plain program runs.
// musl: RUNS -
// really: 0
#include <stdio.h>
int main(void) { puts("hello"); return 0; }
