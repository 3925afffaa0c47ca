// A name that was somebody's at link time and is nobody's today: musl binds at the start, our loader at the call.
// before: gcc -shared -fPIC -o @/libgone.so -x c - <<<'int nobodys_function(void) { return 0; }'
// flags: @/libgone.so -Wl,-rpath,$ORIGIN -Wl,-z,lazy
// after: gcc -shared -fPIC -o @/libgone.so -x c - <<<'int another_function(void) { return 0; }'
// musl: FAILS unresolved-symbol
// really: 127 nobodys_function: symbol not found
// ours: RISKY unresolved-symbol
// really ours: 0
extern int nobodys_function(void);
int main(int argc, char **argv) { (void)argv; return argc > 9 ? nobodys_function() : 0; }
