// A character set that glibc has as a module and musl has not; the shim has it.
// musl: RUNS gconv
// really: 9
// glibc: RUNS -
// ours: RUNS -
// really ours: 0
#include <iconv.h>
int main(void) { return iconv_open("UTF-8", "ISO-2022-KR") == (iconv_t)-1 ? 9 : 0; }
