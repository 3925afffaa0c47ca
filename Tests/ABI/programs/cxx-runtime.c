// A runtime library built for musl in a program built for glibc: here it is harmless, in C++ it is not.
// before: mkdir -p @/runtime; musl-gcc -shared -fPIC -Wl,-soname,libgcc_s.so.1 -o @/runtime/libgcc_s.so.1 -x c - <<<'int unwound(void) { return 0; }'
// flags: @/runtime/libgcc_s.so.1 -Wl,-rpath,$ORIGIN/runtime
// musl: RISKY cxx-runtime
// really: 0
extern int unwound(void);
int main(void) { return unwound(); }
