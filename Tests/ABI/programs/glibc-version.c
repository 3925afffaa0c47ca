// A version node that no glibc has yet: glibc's loader stops whatever is called. Made by a libc that claims it.
// before: mkdir -p @/future; gcc -shared -nostdlib -Wl,-soname,libc.so.6 -Wl,--version-script,<(echo 'GLIBC_9.99 { global: wish; };') -o @/future/libc.so.6 -x c - <<<'int wish(void) { return 0; }'
// flags: -shared -fPIC -nostdlib @/future/libc.so.6 -Wl,-z,lazy
// musl: FAILS missing-symbol
// really: 1 wish: symbol not found
// ours: RISKY missing-symbol
// really ours: 0
// glibc: FAILS glibc-version
// really glibc: 1 version `GLIBC_9.99' not found
extern int wish(void);
int count(void) { return wish(); }
