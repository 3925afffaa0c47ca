// Lists of folders of any length are taken whole: LD_LIBRARY_PATH, --library-path, the files of /etc/ld.so.conf. (glibc would need ldconfig's cache.)
// expect: 5
// expect: 5
// expect: 5
// expect: exit 0
// lib: last/liblast.so -DLAST -Wl,-soname,liblast.so
// flags: -Llast -llast
// sh: b=/static/busybox; LD_LIBRARY_PATH=last ./prog : > list; LD_LIBRARY_PATH=$($b cat list)last ./prog; /lib64/ld-linux-x86-64.so.2 --library-path "$($b cat list)last" ./prog; mkdir /tmp/etc; LD_LIBRARY_PATH=last ./prog '\n' > /tmp/etc/ld.so.conf; echo /loader-tests/long-lists/last >> /tmp/etc/ld.so.conf; $b mount --bind /tmp/etc /etc; ./prog
#include <stdio.h>
#ifdef LAST
int last(void) { return 5; }
#else
int last(void);
int main(int argc, char **argv) { if (argc > 1) for (int i = 0; i < 3000; i++) printf("/nowhere/%d%c", i, argv[1][0] == ':' ? ':' : '\n'); else printf("%d\n", last()); return 0; }
#endif
