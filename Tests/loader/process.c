// The process is the program's: /proc/self/exe, the name, argv[0], AT_EXECFN, and no variable of ours.
#include <stdio.h>
#include <unistd.h>
#include <string.h>
#include <sys/auxv.h>
#include <stdlib.h>
extern char **environ;
int main(int argc, char **argv) {
  char b[4096]; int n = readlink("/proc/self/exe", b, sizeof b - 1); b[n > 0 ? n : 0] = 0; printf("%s\n", b);
  FILE *f = fopen("/proc/self/comm", "r"); fgets(b, sizeof b, f); printf("%s", b); printf("%s %s\n", argv[0], (char *)getauxval(AT_EXECFN));
  for (char **e = environ; *e; e++) if (strstr(*e, "LD_") || strstr(*e, "glibc")) puts(*e);
  printf("%d %d\n", getauxval(AT_BASE) != 0, getauxval(AT_ENTRY) != 0 && getauxval(AT_PHDR) != 0);
}
