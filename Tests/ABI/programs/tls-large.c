// Initial-exec TLS of more than anybody's spare room: only a program that needs the library gets it.
// flags: -shared -fPIC -ftls-model=initial-exec
// musl: RISKY tls-ie
// really: 1 initial-exec TLS
// ours: RISKY tls-ie
// really ours: 1 cannot allocate memory in static TLS block
// glibc: RISKY tls-ie
// really glibc: 1 cannot allocate memory in static TLS block
__thread char room[5000];
char *count(void) { return room; }
