// Packed relocations without asking for GLIBC_ABI_DT_RELR: glibc refuses them from 2.36 on.
// flags: -pie -fPIE -fuse-ld=lld -Wl,--pack-dyn-relocs=relr
// musl: FAILS relr
// really: 139
// newer: RUNS -
// really newer: 0
// ours: RUNS -
// really ours: 0
// glibc: FAILS relr
// really glibc: 127 DT_RELR without GLIBC_ABI_DT_RELR dependency
static int value = 7;
int *table[64] = {&value, &value, &value, &value};
int main(int argc, char **argv) { (void)argv; return *table[argc & 3] - 7; }
