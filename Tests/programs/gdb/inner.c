// The library that the debugger stops in.
int inner(int n) { return n * 2; }
