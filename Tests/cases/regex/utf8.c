// characters of several bytes: sets, ranges, case, period, back-references, invalid bytes
#include <locale.h>
#include <regex.h>
#include <stdio.h>

int main(void)
{
    printf("%s\n", setlocale(LC_ALL, "C.UTF-8"));
    const char *patterns[] = {"^.$", "[é]", "[^a]", "É", "(é)\\1", "\\w+", "^[[:alpha:]]+$", "[[:upper:]]", ".*", "é{2}", "\\bü", "[àé]+x", "a.b"};
    const char *texts[] = {"é", "éé", "É", "aéb", "a\xff" "b", "üx", "Straße", "àéx", "", "\xc3", "a\xe2\x82\xac" "b"};
    for (int p = 0; p < 13; p++)
        for (int t = 0; t < 11; t++)
            for (int flags = REG_EXTENDED; flags <= (REG_EXTENDED | REG_ICASE); flags++) {
                regex_t r;
                regmatch_t m[2];
                int code = regcomp(&r, patterns[p], flags);
                printf("%d %d %d: %d", p, t, flags, code);
                if (!code) {
                    code = regexec(&r, texts[t], 2, m, 0);
                    printf(" %d", code);
                    if (!code) printf(" %d,%d %d,%d", m[0].rm_so, m[0].rm_eo, m[1].rm_so, m[1].rm_eo);
                    regfree(&r);
                }
                puts("");
            }
}
