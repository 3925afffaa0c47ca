// A relocation that asks for a symbol's size: glibc's loader knows it, musl's does not.
// flags: -shared -fPIC
// musl: FAILS other-reloc
// really: 1 unsupported relocation type 33
// ours: RUNS -
// really ours: 0
int value[3] = {1, 2, 3};
__asm__(".data\n.balign 8\n.quad value@SIZE\n.text");
int count(void) { return value[0]; }
