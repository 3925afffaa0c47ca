// Folders of /etc/ld.so.conf and of the files that it includes are searched, in that order. (glibc would need ldconfig's cache.)
// expect: 2
// expect: 1
// expect: exit 0
// lib: one/libconf.so -DN=1 -Wl,-soname,libconf.so
// lib: two/libconf.so -DN=2 -Wl,-soname,libconf.so
// flags: -Lone -lconf
// sh: b=/static/busybox; mkdir -p /tmp/etc/parts; printf '# folders\ninclude /etc/parts/*.conf\n /loader-tests/configuration/one \n' > /tmp/etc/ld.so.conf; echo '/loader-tests/configuration/two # second' > /tmp/etc/parts/b.conf; echo /nowhere > /tmp/etc/parts/a.conf; echo /loader-tests/configuration/one > /tmp/etc/parts/ignored; $b mount --bind /tmp/etc /etc; ./prog; rm /tmp/etc/parts/b.conf 2>/dev/null || $b rm /tmp/etc/parts/b.conf; ./prog
#include <stdio.h>
#ifdef N
int which(void) { return N; }
#else
int which(void); int main() { printf("%d\n", which()); return 0; }
#endif
