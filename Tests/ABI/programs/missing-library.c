// A library that musl's loader does not find (it does not answer for libresolv itself).
// flags: -Wl,--no-as-needed -lresolv
// musl: FAILS missing-library
// really: 127 libresolv.so.2
// ours: RUNS -
// really ours: 0
int main(void) { return 0; }
