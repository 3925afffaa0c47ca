// A program that needs a library's function chosen at start.
// before: gcc -shared -fPIC -o @/libchoice.so -x c - <<<'static int one(void) { return 0; } static void *choose(void) { return one; } int chosen(void) __attribute__((ifunc("choose")));'
// flags: @/libchoice.so -Wl,-rpath,$ORIGIN
// musl: FAILS unresolved-symbol
// really: 127 chosen: symbol not found
// ours: RUNS -
// really ours: 0
extern int chosen(void);
int main(void) { return chosen(); }
