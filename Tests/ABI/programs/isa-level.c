// The processor level that a file says it needs: glibc's loader looks at it, musl's does not.
// flags: -Wl,-z,x86-64-v2
// musl: RUNS isa-level
// really: 0
// ours: RUNS isa-level
// really ours: 0
int main(void) { return 0; }
