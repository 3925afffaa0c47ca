// LD_PRELOAD: several libraries, their constructors and interposition, one that is missing is reported and ignored; LD_BIND_NOW.
// lib: libone.so -DONE
// lib: libtwo.so -DTWO
// sh: LD_PRELOAD=./libone.so:./libtwo.so ./prog; LD_PRELOAD="./libtwo.so ./libone.so" ./prog; LD_PRELOAD=./nothere.so ./prog; LD_BIND_NOW=1 ./prog
#include <stdio.h>
#include <stdlib.h>
#ifdef ONE
int abs(int n) { return 1; } __attribute__((constructor)) static void c(void) { puts("+one"); }
#elif defined TWO
int abs(int n) { return 2; } __attribute__((constructor)) static void c(void) { puts("+two"); }
#else
int main(int argc, char **argv) { setbuf(stdout, 0); int (*volatile f)(int) = abs; printf("%d\n", f(-9)); return 0; }
#endif
