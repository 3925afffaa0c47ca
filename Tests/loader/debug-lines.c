// LD_DEBUG shows searches, files, bindings, versions, constructors and destructors; LD_DEBUG_OUTPUT takes the lines; LD_BIND_NOT binds each call anew.
// lib: libfoo.so -DFOO -Wl,-soname,libfoo.so
// lib: libbar.so -DBAR -Wl,-soname,libbar.so -lz
// flags: libfoo.so -Wl,-rpath,'$ORIGIN' -Wl,-z,lazy
// sh: s='s/^ *[0-9]*:	/N:	/'; k='libfoo\|libbar\|warning'; for o in libs files bindings versions reloc bindings,versions unknown,libs; do echo $o; LD_DEBUG=$o ./prog 2>&1 | sed "$s" | grep "$k" | grep -v 'libfoo.so.*libc\|libbar.so.*libc\|/tls\|hwcaps\|/x86_64\|cpp\|trying file=/[lu]'; done; test $(LD_DEBUG=bindings LD_BIND_NOT=1 ./prog 2>&1 | grep -c "symbol .foo'") -gt 5; echo $?; LD_DEBUG=bindings LD_DEBUG_OUTPUT=out ./prog; ls | sed 's/[0-9][0-9]*$/N/'; grep -c "to .*libfoo.so .0.: normal symbol .foo'" out.*; LD_DEBUG=help ./prog > help; echo $?; for w in libs reloc files bindings versions all help LD_DEBUG_OUTPUT; do grep -q -w $w help; echo $?; done
#include <dlfcn.h>
#include <stdio.h>
#if defined FOO || defined BAR
#ifdef FOO
int foo(void) { return 3; }
#else
int crc32(int, char *, int);
int foo(void);
int bar(void) { return foo() + crc32(0, "", 0); }
#endif
__attribute__((constructor)) static void up(void) { }
__attribute__((destructor)) static void down(void) { }
#else
int foo(void);
int main(void) {
  int sum = foo() + foo();
  for (int i = 0; i < 3; i++) sum += foo();
  void *handle = dlopen("libbar.so", RTLD_LAZY);
  int (*bar)(void) = (int (*)(void))dlsym(handle, "bar");
  printf("%d %d\n", sum, bar());
  return dlclose(handle);
}
#endif
