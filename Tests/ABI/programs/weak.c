// A weak reference that nobody answers is no error.
// musl: RUNS -
// really: 0
// ours: RUNS -
// really ours: 0
extern int nobody_has_this(void) __attribute__((weak));
int main(void) { return nobody_has_this ? nobody_has_this() : 0; }
