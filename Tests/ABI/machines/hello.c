// A plain program runs on every machine.
// all: RUNS -
// really: 0 hello
// ppc64le: FAILS start-code
// ppc: FAILS start-code
// really ppc64le: 139
// really ppc: 139
#include <stdio.h>
int main(void) { return puts("hello") < 0; }
