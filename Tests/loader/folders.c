// In a search, a file of another word size is passed over, variants for better processors come before the plain library, an empty entry is the current folder.
// lib: plain/libconf.so -DN=1 -Wl,-soname,libconf.so
// lib: v2/libconf.so -DN=2 -Wl,-soname,libconf.so
// lib: foreign/libconf.so -DN=3 -Wl,-soname,libconf.so
// flags: -Lplain -lconf
// sh: b=/static/busybox; mkdir -p /tmp/own/glibc-hwcaps/x86-64-v2 /tmp/bad; cp foreign/libconf.so /tmp/bad; printf '\001' | $b dd of=/tmp/bad/libconf.so bs=1 seek=4 conv=notrunc 2>/dev/null; cp plain/libconf.so /tmp/own; LD_LIBRARY_PATH=/tmp/bad:/tmp/own ./prog; cp v2/libconf.so /tmp/own/glibc-hwcaps/x86-64-v2; LD_LIBRARY_PATH=/tmp/own ./prog; LD_LIBRARY_PATH='/nowhere;/tmp/own' ./prog; cd /tmp/own; LD_LIBRARY_PATH= /loader-tests/folders/prog 2>/dev/null; LD_LIBRARY_PATH=: /loader-tests/folders/prog
#include <stdio.h>
#ifdef N
int which(void) { return N; }
#else
int which(void); int main() { printf("%d\n", which()); return 0; }
#endif
