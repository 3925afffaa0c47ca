// A program with rights of its own takes of LD_PRELOAD what lies in the system's folders and is set-user-ID itself, nothing else.
// lib: libsuidyes.so -DLIB="\"yes\""
// lib: libsuidno.so -DLIB="\"no\""
// sh: b=/static/busybox; l=/lib/x86_64-linux-gnu; $b cp libsuidyes.so libsuidno.so $l; $b chown 0:0 $l/libsuidyes.so; $b chmod 4755 $l/libsuidyes.so; cp prog inner; $b chown 0:0 inner; $b chmod 4755 inner; $b chmod 755 .; ./prog 2>&1; $b rm $l/libsuidyes.so $l/libsuidno.so
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#ifdef LIB
__attribute__((constructor)) static void up(void) { puts(LIB); }
#else
int main(int argc, char **argv) {
  if (argc == 1) {
    setenv("LD_PRELOAD", "libsuidno.so:libsuidyes.so /lib/x86_64-linux-gnu/libsuidyes.so ./libsuidyes.so", 1);
    if (setgid(65534) || setuid(65534)) return 9;
    execl("./inner", "inner", "x", (char *)0); return 8;
  }
  printf("%s\n", getenv("LD_PRELOAD") ? "kept" : "gone");
}
#endif
