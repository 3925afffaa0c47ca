// The linker's own options: which objects' DT_RUNPATH counts (--inhibit-rpath), which variants for processors are taken and in which order.
// lib: plain/libvar.so -DN=1 -Wl,-soname,libvar.so
// lib: v2/libvar.so -DN=2 -Wl,-soname,libvar.so
// lib: own/libvar.so -DN=3 -Wl,-soname,libvar.so
// flags: -Lplain -lvar
// sh: l=/lib64/ld-linux-x86-64.so.2; mkdir -p plain/glibc-hwcaps/x86-64-v2 plain/glibc-hwcaps/mine; cp v2/libvar.so plain/glibc-hwcaps/x86-64-v2; cp own/libvar.so plain/glibc-hwcaps/mine; for o in '--argv0 x' '--glibc-hwcaps-mask x86-64-v3' '--glibc-hwcaps-mask x86-64-v3:x86-64-v2' '--glibc-hwcaps-prepend other:mine' '--inhibit-cache --inhibit-rpath other'; do $l --library-path plain $o ./prog; done; $l --unknown ./prog > out 2>&1; echo $?; $l > out 2>&1; echo $?
#include <stdio.h>
#ifdef N
int which(void) { return N; }
#else
int which(void); int main(int argc, char **argv) { printf("%s %d\n", argv[0], which()); return 0; }
#endif
