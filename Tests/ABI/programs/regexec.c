// regmatch_t is 8 bytes in the program and 16 in musl: regexec writes past the array, without a word.
// musl: RISKY layout
// really: 9
// ours: RUNS -
// really ours: 0
#include <regex.h>
#include <string.h>
int main(void) {
    struct { regmatch_t match[4]; char guard[64]; } at;
    regex_t expression;
    memset(&at, 0x55, sizeof at);
    regcomp(&expression, "a(b)(c)", REG_EXTENDED);
    regexec(&expression, "xabc", 4, at.match, 0);
    for (unsigned i = 0; i < sizeof at.guard; i++) if (at.guard[i] != 0x55) return 9;
    return 0;
}
