// The same where the program has a variable on a page of its own, and more of them than musl ever puts on a stack
// flags: -lrt
#define ALIGNMENT 4096
#include "variables.c"
