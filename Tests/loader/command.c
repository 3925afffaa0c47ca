// The loader as a command: argv[0], --argv0, --library-path, --preload, the exit status, argument order.
// lib: away/libx.so -DLIB
// flags: -Laway -lx
// sh: L=/lib64/ld-linux-x86-64.so.2; $L --library-path away ./prog a b; echo $?; $L --library-path away --argv0 zero ./prog; $L --library-path away --preload away/libx.so ./prog c; $L ./nothere 2>/dev/null; echo $?
#include <stdio.h>
#include <sys/auxv.h>
#ifdef LIB
int x(void) { return 1; }
#else
int x(void); int main(int argc, char **argv, char **envp) { for (int i = 0; i < argc; i++) printf("%s ", argv[i]); printf("%d %d %s %d\n", x(), argv[argc] == 0, (char *)getauxval(AT_EXECFN), getauxval(AT_PHNUM) > 5); return 5 + argc; }
#endif
