// A fortify function is missing from musl, whose loader binds everything at the start.
// flags: -O2 -D_FORTIFY_SOURCE=2
// musl: FAILS missing-symbol
// really: 127 symbol not found
// ours: RUNS -
// really ours: 0
#include <stdio.h>
int main(int argc, char **argv) { char text[8]; sprintf(text, "%.*s", argc, argv[0]); return text[0] == 0; }
