// Packed relocations: musl before 1.2.4 leaves the pointers as they are in the file, and the program crashes.
// flags: -pie -fPIE -Wl,-z,pack-relative-relocs
// musl: FAILS relr
// really: 139
// newer: RUNS -
// really newer: 0
// ours: RUNS -
// really ours: 0
static int value = 7;
int *table[64] = {&value, &value, &value, &value};
int main(int argc, char **argv) { (void)argv; return *table[argc & 3] - 7; }
