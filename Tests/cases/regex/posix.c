// regcomp and regexec: groups, anchors, classes, intervals, back-references, errors, in both POSIX syntaxes
#include <regex.h>
#include <stdio.h>
#include <string.h>

static void try(const char *pattern, const char *text, int flags, int eflags)
{
    struct { long before; regmatch_t m[6]; long after; } a = {42, {{0}}, 43};
    regex_t r;
    int code = regcomp(&r, pattern, flags);
    char message[100];
    printf("%s ~ %s [%d,%d]: ", pattern, text, flags, eflags);
    if (code) {
        size_t n = regerror(code, &r, message, sizeof message);
        printf("error %d %s (%zu)\n", code, message, n);
        return;
    }
    code = regexec(&r, text, 6, a.m, eflags);
    printf("%d nsub %zu", code, r.re_nsub);
    if (!code) for (int i = 0; i < 6; i++) printf(" (%d,%d)", a.m[i].rm_so, a.m[i].rm_eo);
    printf(" guards %ld %ld\n", a.before, a.after);
    regfree(&r);
}

int main(void)
{
    const char *extended[] = {"a(b*)c", "^(a|ab)(c|bcd)(d*)$", "(a*)*", "(a*)+b", "(a|b)*c", "x*", "^$", "[[:digit:]]+-([a-z]{2,3})", "(.)\\1", "(a)(b)?(c)?",
        "((a))", "(a|(b))*", "a{3}", "a{2,}", "a{,2}b", "[^abc]d", "\\<w\\w+\\>", "\\bfoo\\b", "a|b|", "()", "(|a)b", "a**", "[]a]", "[a-]", "[[:alpha:]_][[:alnum:]_]*",
        "(", ")", "a{1", "a{2,1}", "[", "[z-a]", "*a", "+", "a\\", "\\(a\\)", "[[:foo:]]", "[[.a.]]", "[[=a=]]", "(a)\\2", "^*", "a$b", "(^a)", "a(^b)", "((a)|b)*", "(a?)((ab)?)", "(a?)(ab)?", "(ab|a)(bcd|c)(d*)", "\\W", "\\s+\\S"};
    const char *texts[] = {"abbbc", "abcd", "aaab", "12-xyz", "abba", "foo bar_baz", "", "ac", "word w1", "aaa", "x]d-", "ab", "a\nb"};
    for (unsigned i = 0; i < sizeof extended / sizeof *extended; i++)
        for (unsigned k = 0; k < sizeof texts / sizeof *texts; k++) try(extended[i], texts[k], REG_EXTENDED, 0);
    const char *basic[] = {"a\\(b*\\)c", "a\\{2\\}", "\\(.\\)\\1", "a*", "*a", "\\(*a\\)", "^a", "a^b", "a$", "a\\|b", "b\\+", "b\\?c", "[.]", "\\(", "\\)", "\\{1\\}", "a\\{1", "\\(^a\\)", "(a)", "a{2}", "\\n", "a\\{1,2\\}b", "\\(a\\|b\\)*", "\\`a", "c\\'"};
    for (unsigned i = 0; i < sizeof basic / sizeof *basic; i++)
        for (unsigned k = 0; k < sizeof texts / sizeof *texts; k++) try(basic[i], texts[k], 0, 0);
    try("ABC", "xabc", REG_ICASE, 0), try("[A-C]+", "xabc", REG_EXTENDED | REG_ICASE, 0), try("(A)\\1", "aAa", REG_EXTENDED | REG_ICASE, 0);
    try("^b$", "a\nb\nc", REG_NEWLINE, 0), try("a.b", "a\nb", REG_NEWLINE, 0), try("[^x]b", "a\nb", REG_NEWLINE, 0), try("^a", "a", 0, REG_NOTBOL), try("a$", "a", 0, REG_NOTEOL), try("a", "b", REG_NOSUB, 0), try("b", "b", REG_NOSUB, 0);
    regex_t r;
    regmatch_t m[2] = {{2, 5}};
    regcomp(&r, "b+", REG_EXTENDED);
    printf("startend %d", regexec(&r, "bbabbbb", 2, m, REG_STARTEND));
    printf(" (%d,%d)\n", m[0].rm_so, m[0].rm_eo);
    regfree(&r);
    char tiny[4];
    printf("%zu %s\n", regerror(REG_NOMATCH, NULL, tiny, sizeof tiny), tiny);
}
