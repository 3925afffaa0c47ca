// $LIB in a search path: glibc puts its folder's name there, musl leaves it as it stands.
// before: mkdir -p @/lib/x86_64-linux-gnu; gcc -shared -fPIC -o @/lib/x86_64-linux-gnu/libsought.so -x c - <<<'int sought(void) { return 0; }'
// flags: -L@/lib/x86_64-linux-gnu -lsought -Wl,-rpath,$ORIGIN/$LIB
// musl: FAILS search-path
// really: 127 libsought.so
// ours: RUNS -
// really ours: 0
extern int sought(void);
int main(void) { return sought(); }
