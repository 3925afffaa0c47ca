// A library without the version that the program asks for: glibc and our loader refuse, musl does not look.
// before: gcc -shared -fPIC -Wl,-soname,libaged.so -Wl,--version-script,<(echo 'NEW_2 { global: aged; };') -o @/libaged.so -x c - <<<'int aged(void) { return 0; }'
// flags: @/libaged.so -Wl,-rpath,$ORIGIN
// after: gcc -shared -fPIC -Wl,-soname,libaged.so -Wl,--version-script,<(echo 'OLD_1 { global: aged; };') -o @/libaged.so -x c - <<<'int aged(void) { return 0; }'
// musl: RUNS -
// really: 0
// ours: FAILS missing-version
// really ours: 1 version `NEW_2' not found
// glibc: FAILS missing-version
// really glibc: 1 version `NEW_2' not found
extern int aged(void);
int main(void) { return aged(); }
