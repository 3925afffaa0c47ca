// A program built with AddressSanitizer names the runtime first: nothing is wrong with that.
// flags: -fsanitize=address -Wl,-z,lazy
// glibc: RUNS -
int main(void) { return 0; }
