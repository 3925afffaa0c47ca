// A program at a fixed address: a variable copied into it is the library's too, and function addresses are the same everywhere.
// lib: libx.so -DLIB
// flags: -no-pie -fno-pie -L. -lx '-Wl,-rpath,$ORIGIN'
#include <stdio.h>
#ifdef LIB
int value = 5; int table[4] = { 1, 2, 3, 4 }; int *where = &value; int f(void) { return value; } void *address(void) { return f; }
#else
extern int value, table[]; extern int *where; int f(void); void *address(void); void *volatile mine = f;
int main() { value = 6; printf("%d %d %d %d\n", f(), *where, table[3], where == &value); printf("%d\n", mine == address());
  FILE *out = stdout; fprintf(out, "stdout\n"); extern char **environ; printf("%d\n", environ != 0 && environ[0] != 0); }
#endif
