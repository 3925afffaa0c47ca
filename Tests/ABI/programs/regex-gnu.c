// A back-reference in an extended expression is GNU's.
// musl: RISKY regex-gnu
// really: 9
// ours: RUNS -
// really ours: 0
#include <regex.h>
int main(void) {
    static union { regex_t expression; char room[256]; } at;
    if (regcomp(&at.expression, "^(a)\\1$", REG_EXTENDED)) return 9;
    return regexec(&at.expression, "aa", 0, 0, 0) ? 9 : 0;
}
