// musl takes any name for a locale, glibc only those that are installed.
// musl: RUNS locale
// really: 9
// ours: RUNS -
// really ours: 0
#include <locale.h>
int main(void) { return setlocale(LC_ALL, "xx_YY.UTF-8") ? 9 : 0; }
