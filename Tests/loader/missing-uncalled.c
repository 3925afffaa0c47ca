// A program whose missing function is never called runs; one that calls it stops with glibc's line and 127.
// lib: libm1.so -DLIB
// lib: empty/libm1.so -DEMPTY
// flags: -L. -lm1 -Wl,-z,lazy
// sh: LD_LIBRARY_PATH=. ./prog; LD_LIBRARY_PATH=empty ./prog; echo $?; LD_LIBRARY_PATH=empty ./prog x; echo $?
#include <stdio.h>
#ifdef LIB
int present(void) { return 1; } int absent(void) { return 2; }
#elif defined EMPTY
int present(void) { return 3; }
#else
int present(void), absent(void);
int main(int argc, char **argv) { setbuf(stdout, 0); printf("%d\n", present()); if (argc > 1) printf("%d\n", absent()); return 0; }
#endif
