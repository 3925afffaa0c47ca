// A library with code on the stack: musl does not make the stack executable.
// flags: -shared -fPIC -z execstack
// musl: RISKY execstack
// really: 0
// ours: RISKY execstack
// really ours: 0
int plain(void) { return 0; }
