// Constructors run dependencies first, destructors in the reverse order, and both see what glibc passes.
// lib: libc1.so -DNAME='"c1"'
// lib: libb1.so -DNAME='"b1"' -L. -lc1 -Wl,--no-as-needed '-Wl,-rpath,$ORIGIN'
// lib: liba1.so -DNAME='"a1"' -Wl,--no-as-needed -L. -lb1 -lc1 '-Wl,-rpath,$ORIGIN'
// lib: libd1.so -DNAME='"d1"'
// flags: -Wl,--no-as-needed -L. -ld1 -la1 -lb1 '-Wl,-rpath,$ORIGIN' '-Wl,-rpath-link,.'
#include <stdio.h>
#include <stdlib.h>
#ifndef NAME
#define NAME "program"
#endif
__attribute__((constructor)) static void up(int argc, char **argv, char **envp) { printf("+%s %d %s %d\n", NAME, argc, argv[0], envp != 0); }
__attribute__((destructor)) static void down(void) { printf("-%s\n", NAME); }
#ifdef PROGRAM
static void first(int c, char **v, char **e) { printf("preinit %d\n", c); }
__attribute__((section(".preinit_array"))) void *entry = first;
static void last(void) { puts("atexit"); }
int main() { atexit(last); puts("main"); return 4; }
#endif
