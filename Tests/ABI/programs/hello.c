// A plain program runs everywhere.
// musl: RUNS -
#include <stdio.h>
int main(void) { puts("hello"); return 0; }
