// With 64-bit offsets struct stat is the same in both, but not on mips64.
// flags: -D_FILE_OFFSET_BITS=64
// all: RUNS -
// mips64el: RISKY layout
// really: 0
// really mips64el: 9
// ppc64le: FAILS start-code
// ppc: FAILS start-code
// really ppc64le: 139
// really ppc: 139
#include <stdio.h>
#include <sys/stat.h>
int main(void) {
    struct stat file;
    FILE *stream = tmpfile();
    for (int i = 0; i < 12345; i++) putc('x', stream);
    fflush(stream);
    if (fstat(fileno(stream), &file)) return 1;
    return file.st_size == 12345 ? 0 : 9;
}
