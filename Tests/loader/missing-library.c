// A missing library is named in glibc's words, exit status 127.
// lib: libgone.so -DLIB
// flags: -L. -lgone
// sh: mkdir away; mv libgone.so away; ./prog 2>&1 | sed 's/ (sought in .*)$//'; ./prog 2>/dev/null; echo $?; LD_LIBRARY_PATH=away ./prog
#include <stdio.h>
#ifdef LIB
int gone(void) { return 1; }
#else
int gone(void); int main() { printf("%d\n", gone()); return 0; }
#endif
