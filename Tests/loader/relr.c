// Relative relocations in DT_RELR, in program and library; DT_HASH alone; DT_TEXTREL-free data tables.
// lib: libr.so -DLIB -Wl,-z,pack-relative-relocs -Wl,--hash-style=sysv
// flags: -Wl,-z,pack-relative-relocs -L. -lr '-Wl,-rpath,$ORIGIN'
#include <stdio.h>
#ifdef LIB
static const char *const words[] = { "one", "two", "three", "four" }; const char *word(int i) { return words[i]; }
#else
const char *word(int); static int x, y[100]; static int *table[200] = { [0] = &x, [3] = &y[3], [70] = &y[70], [71] = &x, [199] = &y[99] };
int main() { printf("%s %s\n", word(0), word(3)); printf("%d %d %d %d %d %d\n", table[0] == &x, table[3] == &y[3], table[70] == &y[70], table[71] == &x, table[199] == &y[99], table[4] == 0); }
#endif
