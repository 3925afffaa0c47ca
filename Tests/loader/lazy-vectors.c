// A first call keeps 256-bit and 512-bit vector arguments where the processor has them, and a result in vector registers.
// lib: libl.so -DLIB
// flags: -Wl,-z,lazy -L. -ll '-Wl,-rpath,$ORIGIN'
#include <stdio.h>
typedef double v4 __attribute__((vector_size(32))); typedef double v8 __attribute__((vector_size(64)));
#ifdef LIB
__attribute__((target("avx"))) v4 f(v4 a, v4 b, v4 c, v4 d, v4 e, v4 g, v4 h, v4 i) { return a + b + c + d + e + g + h + i * 2; }
__attribute__((target("avx512f"))) v8 w(v8 a, v8 b) { return a * b; }
#else
__attribute__((target("avx"))) v4 f(v4, v4, v4, v4, v4, v4, v4, v4);
__attribute__((target("avx512f"))) v8 w(v8, v8);
__attribute__((target("avx"), noinline)) static void four(void) { v4 a = {1, 2, 3, 4}; v4 r = f(a, a, a, a, a, a, a, a); printf("%g %g %g %g\n", r[0], r[1], r[2], r[3]); }
__attribute__((target("avx512f"), noinline)) static void eight(void) { v8 a = {1, 2, 3, 4, 5, 6, 7, 8}; v8 r = w(a, a); printf("%g %g\n", r[0], r[7]); }
int main() { __builtin_cpu_init(); if (__builtin_cpu_supports("avx")) four(); if (__builtin_cpu_supports("avx512f")) eight(); puts("end"); return 0; }
#endif
