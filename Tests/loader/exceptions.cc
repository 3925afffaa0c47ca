// An exception thrown in one library passes through another and is caught in the program, by its type.
// lib: liba.so -DA
// lib: libb.so -DB -L. -la '-Wl,-rpath,$ORIGIN'
// flags: -L. -lb -la '-Wl,-rpath,$ORIGIN'
#include <cstdio>
#include <stdexcept>
struct Own : std::runtime_error { using std::runtime_error::runtime_error; };
void thrower(int); void passes(int);
#ifdef A
void thrower(int n) { if (n) throw Own("from a"); throw 7; }
#elif defined B
struct Guard { ~Guard() { std::puts("unwound"); } };
void passes(int n) { Guard g; thrower(n); std::puts("not reached"); }
#else
int main() {
  try { passes(1); } catch (std::runtime_error &e) { std::printf("%s\n", e.what()); }
  try { passes(0); } catch (int n) { std::printf("%d\n", n); }
}
#endif
