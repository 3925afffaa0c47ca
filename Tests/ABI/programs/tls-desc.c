// TLS descriptors are fine too.
// flags: -shared -fPIC -mtls-dialect=gnu2
// musl: RUNS -
// really: 0
// ours: RUNS -
// really ours: 0
__thread int counter = 3;
int count(void) { return counter++; }
