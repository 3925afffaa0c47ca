// A library's variable grew after the program was linked: the library writes past the program's copy.
// before: gcc -shared -fPIC -o @/libcopied.so -x c - <<<'int table[4]; void fill(void) { for (int i = 0; i < 4; i++) table[i] = -1; }'
// flags: -no-pie -fno-pie -O1 @/libcopied.so -Wl,-rpath,$ORIGIN
// after: gcc -shared -fPIC -o @/libcopied.so -x c - <<<'int table[64]; void fill(void) { for (int i = 0; i < 64; i++) table[i] = -1; }'
// musl: RISKY copy-size
// really: 9
// ours: RISKY copy-size
// really ours: 9
// glibc: RISKY copy-size
// really glibc: 9 different size in shared object
extern int table[4];
extern void fill(void);
static volatile char guard[512];
int main(void) {
    table[3] = 1;
    fill();
    for (unsigned i = 0; i < sizeof guard; i++) if (guard[i]) return 9;
    return table[3] == -1 ? 0 : 1;
}
