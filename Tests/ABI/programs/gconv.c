// A character set that glibc has as a module, and neither musl nor the shim.
// musl: RUNS gconv
// really: 9
// glibc: RUNS -
// ours: RUNS gconv
// really ours: 9
#include <iconv.h>
int main(void) { return iconv_open("UTF-8", "ISO-2022-KR") == (iconv_t)-1 ? 9 : 0; }
