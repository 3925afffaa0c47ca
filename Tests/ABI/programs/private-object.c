// The inside of glibc's FILE, whose magic number stands first. Here a shim has the name, but another inside.
// before: gcc -shared -fPIC -o @/libinside.so -x c - <<<'unsigned _IO_2_1_stdout_[56];'
// flags: -fPIE
// musl: FAILS missing-symbol
// really: 127 symbol not found
// preloaded: RISKY private-object
// really preloaded: 9
// glibc: RUNS -
// really glibc: 0
extern unsigned _IO_2_1_stdout_[];
int main(void) { return (_IO_2_1_stdout_[0] & 0xffff0000) == 0xfbad0000 ? 0 : 9; }
