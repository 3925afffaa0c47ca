// A function chosen at start: musl's loader refuses the relocation, whatever its number. Not every compiler has it.
// may: not compile
// all: FAILS irelative
// really: 127 unsupported relocation type
static int one(void) { return 0; }
static void *choose(void) { return one; }
int chosen(void) __attribute__((ifunc("choose")));
int main(void) { return chosen(); }
