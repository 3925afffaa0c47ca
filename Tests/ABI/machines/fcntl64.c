// fcntl64 is on no list of musl's; glibc has it beside fcntl on every machine.
// flags: -D_FILE_OFFSET_BITS=64
// all: FAILS missing-symbol
// really: 127 fcntl64: symbol not found
#include <fcntl.h>
int main(void) { return fcntl(0, F_GETFD) == -2; }
