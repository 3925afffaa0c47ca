// A library linked with -Bsymbolic uses its own definition, another the program's.
// lib: libs.so -DLIB -DNAME=s -Wl,-Bsymbolic
// lib: libn.so -DLIB -DNAME=n
// flags: -rdynamic -L. -ls -ln '-Wl,-rpath,$ORIGIN'
#include <stdio.h>
#define P2(a, b) a##b
#define P(a, b) P2(a, b)
#ifdef LIB
int variable = 1; int function(void) { return 1; } int P(call_, NAME)(void) { return function() * 10 + variable; }
#else
int variable = 2; int function(void) { return 2; } int call_s(void), call_n(void);
int main() { printf("%d %d\n", call_s(), call_n()); }
#endif
