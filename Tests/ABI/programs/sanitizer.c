// A library built with AddressSanitizer, opened by a program that was not: the runtime comes too late and says so.
// flags: -shared -fPIC -fsanitize=address
// glibc: RISKY sanitizer
// really glibc: 1 ASan runtime does not come first
int count(void) { return 3; }
