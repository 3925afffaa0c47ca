// Large-file names are answered by every musl, as exports or from the list in its loader.
// flags: -D_LARGEFILE64_SOURCE
// musl: RUNS -
// really: 0
// newer: RUNS lfs64
// really newer: 0
// ours: RUNS -
// really ours: 0
#include <stdio.h>
int main(void) { FILE *file = fopen64("/etc/passwd", "r"); return file == 0; }
