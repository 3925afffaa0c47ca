// The first call of a function through its PLT entry keeps every argument register, vector registers and al included.
// lib: libl.so -DLIB
// flags: -Wl,-z,lazy -L. -ll '-Wl,-rpath,$ORIGIN'
#include <stdio.h>
#include <stdarg.h>
#ifdef LIB
double f(int a, long b, short c, char d, int e, int g, double h, float i, double j, double k, double l, double m, double n, double o, int p) {
  return a + b + c + d + e + g + h * i + j * 2 + k * 3 + l * 4 + m * 5 + n * 6 + o * 7 + p; }
double v(int n, ...) { va_list l; va_start(l, n); double s = 0; while (n--) s += va_arg(l, double); va_end(l); return s; }
long double ld(long double a, long double b) { return a * b; }
#else
double f(int, long, short, char, int, int, double, float, double, double, double, double, double, double, int); double v(int, ...); long double ld(long double, long double);
int main() { printf("%g\n", f(1, 2, 3, 4, 5, 6, 7.5, 8.25f, 9, 10, 11, 12, 13, 14, 15)); printf("%g\n", v(4, 1.5, 2.5, 3.5, 4.5)); printf("%Lg\n", ld(1.5L, 4)); }
#endif
