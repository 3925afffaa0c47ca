// dlerror says what glibc says, once.
// lib: libe.so -DLIB
// lib: libneeds.so -DNEEDS -L. -le
#include <stdio.h>
#include <dlfcn.h>
#include <unistd.h>
#include <fcntl.h>
#ifdef LIB
int one = 1; int need(void) { return 1; }
#elif defined NEEDS
int need(void); int two(void) { return need(); }
#else
static void say(const char *what, void *p) { char *e = dlerror(); printf("%s %d: %s\n", what, p != 0, e ? e : "no error"); }
int main() {
  say("none", dlopen("libnothere.so.9", RTLD_NOW)); say("again", 0);
  say("path", dlopen("./nothere.so", RTLD_NOW));
  say("mode", dlopen("./libe.so", 0)); say("folder", dlopen("/usr", RTLD_NOW));
  int f = open("garbage", O_CREAT | O_WRONLY, 0644); for (int i = 0; i < 100; i++) write(f, "garbage", 7); close(f); say("garbage", dlopen("./garbage", RTLD_NOW));
  f = open("short", O_CREAT | O_WRONLY, 0644); write(f, "\177ELF\2\1\1", 7); close(f); say("short", dlopen("./short", RTLD_NOW));
  void *h = dlopen("./libe.so", RTLD_NOW); say("open", h); say("symbol", dlsym(h, "nosuch")); say("version", dlvsym(h, "one", "V9"));
  say("default", dlsym(RTLD_DEFAULT, "nosuch")); say("noload", dlopen("./libnot.so", RTLD_NOW | RTLD_NOLOAD));
  say("needs", dlopen("./libneeds.so", RTLD_NOW)); say("mapped", dlopen("./libneeds.so", RTLD_NOW | RTLD_NOLOAD));
  say("executable", dlopen("./prog", RTLD_NOW));
}
#endif
