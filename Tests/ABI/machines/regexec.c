// regmatch_t is 8 bytes in the program. In musl it has two words: 16 bytes on 64-bit machines, past the array.
// 64: RISKY layout
// 32: RISKY layout
// really 64: 9
// really 32: 0
// ppc64le: FAILS start-code
// ppc: FAILS start-code
// really ppc64le: 139
// really ppc: 139
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
