// A character set that glibc has as a module and musl does not have.
// musl: RUNS gconv
// really: 9
// glibc: RUNS -
// ours: RUNS gconv
// really ours: 9
#include <iconv.h>
int main(void) { return iconv_open("UTF-8", "EBCDIC-AT-DE") == (iconv_t)-1 ? 9 : 0; }
