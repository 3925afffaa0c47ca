// A library that exports nothing: its hash table does not say how many symbols it refers to.
// flags: -shared -fPIC -fno-builtin -fvisibility=hidden
// musl: FAILS missing-symbol
// really: 1 __sprintf_chk: symbol not found
// ours: RUNS -
// really ours: 0
extern int __sprintf_chk(char *, int, unsigned long, const char *, ...) __attribute__((visibility("default")));
__attribute__((constructor)) static void start(void) { char text[8]; __sprintf_chk(text, 1, sizeof text, "x"); }
