// Weak references that nobody defines are 0; weak definitions are as good as others; an empty environment is no problem.
// lib: libk.so -DLIB
// flags: -L. -lk '-Wl,-rpath,$ORIGIN'
// sh: ./prog; env -i ./prog
#include <stdio.h>
#include <stddef.h>
#ifdef LIB
__attribute__((weak)) int weak_here(void) { return 1; } int lib_sees(void) { extern int nowhere(void) __attribute__((weak)); return nowhere != 0; }
#else
int weak_here(void), lib_sees(void); extern int nothing(void) __attribute__((weak)); extern int data __attribute__((weak));
int main(int argc, char **argv) { printf("%d %d %d %d %s\n", weak_here(), lib_sees(), nothing != 0, &data != NULL, argv[0]); }
#endif
