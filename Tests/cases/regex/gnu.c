// re_compile_pattern, re_search and re_match with registers, ranges in both directions, fastmap and translate table
#include <ctype.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    struct re_pattern_buffer b = {0};
    struct re_registers regs = {0};
    printf("old %lx\n", re_set_syntax(RE_SYNTAX_POSIX_EXTENDED));
    b.fastmap = malloc(256);
    const char *error = re_compile_pattern("(b+)(c)?", 8, &b);
    printf("%s\n", error ? error : "compiled");
    re_compile_fastmap(&b);
    printf("fastmap a %d b %d\n", b.fastmap['a'], b.fastmap['b']);
    const char *text = "aabbbcabb";
    printf("search %d", re_search(&b, text, 9, 0, 9, &regs));
    for (unsigned i = 0; i < regs.num_regs; i++) printf(" %d,%d", regs.start[i], regs.end[i]);
    printf("\nbackward %d", re_search(&b, text, 9, 9, -9, &regs));
    for (unsigned i = 0; i < regs.num_regs; i++) printf(" %d,%d", regs.start[i], regs.end[i]);
    printf("\nmatch %d %d %d\n", re_match(&b, text, 9, 2, NULL), re_match(&b, text, 9, 0, NULL), re_match(&b, text, 9, 20, NULL));
    printf("two %d\n", re_search_2(&b, "aab", 3, "bbc", 3, 0, 6, &regs, 6));
    regfree(&b);
    memset(&b, 0, sizeof b);
    unsigned char *table = malloc(256);
    for (int i = 0; i < 256; i++) table[i] = toupper(i);
    b.translate = table;
    re_set_syntax(RE_SYNTAX_EMACS);
    re_compile_pattern("AbC\\|x", 6, &b);
    printf("translated %d\n", re_search(&b, "..abc", 5, 0, 5, NULL));
    regfree(&b);
    unsigned long syntaxes[] = {RE_SYNTAX_AWK, RE_SYNTAX_GNU_AWK, RE_SYNTAX_POSIX_AWK, RE_SYNTAX_GREP, RE_SYNTAX_EGREP, RE_SYNTAX_POSIX_BASIC, RE_SYNTAX_ED, RE_SYNTAX_SED, RE_SYNTAX_EMACS};
    const char *patterns[] = {"a+", "a\\+", "(a|b)c", "\\(a\\|b\\)c", "a{2}", "a\\{2\\}", "[\\]a]", "^*a", "a\n(b", "a|", "{1", "a{1a", "\\<a", "a)"};
    for (unsigned s = 0; s < 9; s++)
        for (unsigned p = 0; p < 14; p++) {
            memset(&b, 0, sizeof b);
            re_set_syntax(syntaxes[s]);
            const char *e = re_compile_pattern(patterns[p], strlen(patterns[p]), &b);
            printf("%u %s: %s", s, patterns[p], e ? e : "ok");
            if (!e) printf(" %d", re_search(&b, "x aac)bc]{2}a+", 14, 0, 14, NULL)), regfree(&b);
            puts("");
        }
    printf("%s\n", re_comp("a.c") ? "bad" : "good");
    printf("%d", re_exec("xabc"));
    printf("%d\n", re_exec("x"));
}
