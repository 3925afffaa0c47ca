// DT_RPATH before LD_LIBRARY_PATH before DT_RUNPATH, $ORIGIN and ${ORIGIN}, from whatever folder the program is started.
// lib: one/libw.so -DN=1 -Wl,-soname,libw.so
// lib: two/libw.so -DN=2 -Wl,-soname,libw.so
// flags: -Lone -lw '-Wl,--enable-new-dtags,-rpath,$ORIGIN/one'
// sh: ./prog; LD_LIBRARY_PATH=two ./prog; cd /; /loader-tests/search-order/prog; LD_LIBRARY_PATH=/nowhere:/loader-tests/search-order/two /loader-tests/search-order/prog
#include <stdio.h>
#ifdef N
int which(void) { return N; }
#else
int which(void); int main() { printf("%d\n", which()); }
#endif
