// A library that is not to be opened with dlopen: glibc refuses, musl opens it.
// flags: -shared -fPIC -Wl,-z,nodlopen
// musl: RUNS df-1
// really: 0
// ours: RUNS -
// really ours: 0
// glibc: RUNS -
// really glibc: 1 shared object cannot be dlopen()ed
int count(void) { return 3; }
