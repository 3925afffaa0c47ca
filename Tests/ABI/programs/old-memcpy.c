// An old version that is other code in glibc: it took overlapping blocks.
// flags: -fno-builtin -O1
// musl: RISKY old-version
// really: 0
// ours: RUNS -
// really ours: 0
__asm__(".symver memcpy,memcpy@GLIBC_2.2.5");
extern void *memcpy(void *, const void *, unsigned long);
int main(int argc, char **argv) { char text[64]; memcpy(text, argv[0], (unsigned long)argc); return 0; }
