// Last of all come the folders where musl looks: those of its path file, or /usr/local/lib; what the system's folders and LD_LIBRARY_PATH have comes before. (glibc does not look there.)
// expect: 1
// expect: 2
// expect: 3
// expect: 4
// expect: ./prog: error while loading shared libraries: libmuslonly.so: cannot open shared object file: No such file or directory
// expect: exit 0
// lib: one/libmuslonly.so -DN=1 -Wl,-soname,libmuslonly.so
// lib: two/libmuslonly.so -DN=2 -Wl,-soname,libmuslonly.so
// lib: three/libmuslonly.so -DN=3 -Wl,-soname,libmuslonly.so
// lib: four/libmuslonly.so -DN=4 -Wl,-soname,libmuslonly.so
// flags: -Lone -lmuslonly
// sh: b=/static/busybox; here=/loader-tests/musl-folders; mkdir -p /tmp/etc /tmp/old /tmp/usr/local/lib; cp one/libmuslonly.so /tmp/usr/local/lib; $b mount --bind /tmp/etc /etc; $b mount --bind /usr /tmp/old; for d in /usr/*; do [ $d = /usr/local ] || $b ln -s /tmp/old/${d##*/} /tmp/usr; done; $b mount --bind /tmp/usr /usr; ./prog; printf "relative\n$here/none:$here/two\n\n$here/one\n" > /etc/ld-musl-x86_64.path; ./prog; echo $here/three > /etc/ld.so.conf; ./prog; LD_LIBRARY_PATH=four ./prog; $b rm /etc/ld.so.conf; : > /etc/ld-musl-x86_64.path; ./prog 2>&1 | $b sed 's/ (sought in .*)$//'
#include <stdio.h>
#ifdef N
int which(void) { return N; }
#else
int which(void); int main() { printf("%d\n", which()); return 0; }
#endif
