// A program with rights of its own ignores what its caller wants loaded, and its children do not see those variables.
// lib: libevil.so -DLIB
// sh: cp prog inner; chown 0:0 inner; chmod 4755 inner; chmod 755 .; ./prog
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/auxv.h>
#ifdef LIB
__attribute__((constructor)) static void up(void) { puts("loaded"); }
#else
int main(int argc, char **argv) {
  if (argc == 1) { setenv("LD_PRELOAD", "./libevil.so", 1); setenv("LD_LIBRARY_PATH", "/tmp", 1); setenv("TMPDIR", "/x", 1); setenv("KEEP", "kept", 1);
    fflush(stdout); if (setgid(65534) || setuid(65534)) return 9; execl("./inner", "inner", "x", (char *)0); return 8; }
  const char *names[] = { "LD_PRELOAD", "LD_LIBRARY_PATH", "TMPDIR", "KEEP", "MALLOC_TRACE" };
  for (int i = 0; i < 5; i++) printf("%s=%s\n", names[i], getenv(names[i]) ? getenv(names[i]) : "(none)");
  printf("%d %d\n", geteuid(), getauxval(AT_SECURE) != 0);
}
#endif
