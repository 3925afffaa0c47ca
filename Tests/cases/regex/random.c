// thousands of random patterns on random texts, in three syntaxes, give glibc's matches and groups
#include <locale.h>
#include <regex.h>
#include <stdio.h>
#include <string.h>

static unsigned state = 12345;
static unsigned next(unsigned n) { state = state * 1103515245u + 12345u; return (state >> 16) % n; }

int main(void)
{
    const char *atoms[] = {"a", "b", "c", ".", "[ab]", "[^a]", "(a)", "(b|c)", "(ab|a)", "a*", "b+", "c?", "(a*)", "(b*|c)", "a{2}", "b{1,2}", "\\w", "\\b", "^", "$", "(a|b)*", "|", "((a)|(b))", "[[:alpha:]]"};
    const char *texts = "abcab ";
    unsigned long sum = 0;
    for (int round = 0; round < 6000; round++) {
        char pattern[100] = "", text[20];
        for (int i = next(5) + 1; i--;) strcat(pattern, atoms[next(sizeof atoms / sizeof *atoms)]);
        int n = next(10);
        for (int i = 0; i < n; i++) text[i] = texts[next(6)];
        text[n] = 0;
        regex_t r;
        int flags = (round % 3 ? REG_EXTENDED : 0) | (round % 7 == 0 ? REG_ICASE : 0) | (round % 11 == 0 ? REG_NEWLINE : 0);
        int code = regcomp(&r, pattern, flags);
        regmatch_t m[5];
        memset(m, 7, sizeof m);
        if (code) { sum = sum * 31 + code; if (round % 50 == 0) printf("%s: %d\n", pattern, code); continue; }
        code = regexec(&r, text, 5, m, 0);
        printf("%d %s ~ %s: %d", round, pattern, text, code);
        for (int i = 0; i < 5; i++) printf(" %d,%d", m[i].rm_so, m[i].rm_eo);
        puts("");
        regfree(&r);
    }
    printf("%lu\n", sum);
}
