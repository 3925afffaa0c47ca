// A library with initial-exec TLS cannot be opened late under musl.
// flags: -shared -fPIC -ftls-model=initial-exec
// musl: RISKY tls-ie
// really: 1 initial-exec TLS
// ours: RUNS tls-ie
// really ours: 0
__thread int counter = 3;
int count(void) { return counter++; }
