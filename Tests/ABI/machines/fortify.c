// A fortify function is missing from musl on every machine.
// flags: -O2 -D_FORTIFY_SOURCE=2
// all: FAILS missing-symbol
// really: 127 symbol not found
#include <stdio.h>
#include <string.h>
int main(int argc, char **argv) { char text[20]; sprintf(text, "%s", argv[0] + strlen(argv[0])); return text[0]; }
