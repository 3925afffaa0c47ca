// DT_RPATH comes before LD_LIBRARY_PATH and is inherited by the libraries that a library needs.
// lib: one/libdeep.so -DN=1 -Wl,-soname,libdeep.so
// lib: two/libdeep.so -DN=2 -Wl,-soname,libdeep.so
// lib: one/libmid.so -DMID -Lone -ldeep -Wl,-soname,libmid.so
// flags: -Lone -lmid -Wl,-rpath-link,one '-Wl,--disable-new-dtags,-rpath,${ORIGIN}/one'
// sh: ./prog; LD_LIBRARY_PATH=two ./prog
#include <stdio.h>
int which(void), mid(void);
#ifdef N
int which(void) { return N; }
#elif defined MID
int mid(void) { return which(); }
#else
int main() { printf("%d\n", mid()); }
#endif
