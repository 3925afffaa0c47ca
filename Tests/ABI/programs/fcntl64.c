// fcntl64 is on no list of musl's.
// flags: -D_FILE_OFFSET_BITS=64
// musl: FAILS missing-symbol
// really: 127 fcntl64: symbol not found
// newer: FAILS missing-symbol
// really newer: 127 fcntl64: symbol not found
// ours: RUNS -
// really ours: 0
#include <fcntl.h>
int main(void) { return fcntl(0, F_GETFD) == -2; }
