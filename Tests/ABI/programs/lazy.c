// A missing function that only the PLT names: with RTLD_NOW the library does not open, with RTLD_LAZY it does.
// flags: -shared -fPIC -fno-builtin -Wl,-z,lazy
// musl: FAILS lazy
// really: 1 __sprintf_chk: symbol not found
// really lazily: 0
// ours: RUNS -
// really ours: 0
extern int __sprintf_chk(char *, int, unsigned long, const char *, ...);
int count(void) { char text[8]; return __sprintf_chk(text, 1, sizeof text, "x"); }
