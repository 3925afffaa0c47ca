// The ordinary TLS model makes a library name ld-linux-x86-64.so.2, for which musl does not answer.
// flags: -shared -fPIC
// musl: FAILS missing-library
// really: 1 ld-linux-x86-64.so.2
// ours: RUNS -
// really ours: 0
__thread int counter = 3;
int count(void) { return counter++; }
