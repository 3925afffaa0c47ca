// A missing object of glibc's.
// flags: -no-pie
// musl: FAILS missing-symbol
// really: 127 symbol not found
// ours: FAILS missing-symbol
// really ours: 127 undefined symbol: _IO_2_1_stdout_
extern char _IO_2_1_stdout_[];
int main(void) { return _IO_2_1_stdout_[0] == 1; }
