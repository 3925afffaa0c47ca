// patterns that only match at the start of a text or line, and patterns that begin with fixed characters, match where glibc's do
#include <locale.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const patterns[] = {
    "^a", "^", "^$", "^b*", "(^a|^b)", "(^a|b)", "^(a|b)c", "(^)+a", "a^", "\\`b", "(\\`a|^b)", "^[[:space:]]*#.*$", "^.*c", "^[^x]*x", "x*^a", "^a|^$", "b$", "^(a)\\1", "(^b)(c)\\2",
    "hello", "hello+", "hel*o", "he(llo|y)", "h", "hh", "hellohello", "(hello)\\1", "he.lo", "hello$", "hello\\b", "\303\251t\303\251", "t\303\251", "ab\303\251", "hello world, all of you", "aab", "abab",
};
static const char *const texts[] = {
    "", "a", "b", "ba", "\na", "b\na\n", "bb\nbcc\nac", "\n\n", "x\n  # note\n#", "  # note", "aa", "bcc", "aaa\nx", "\n", "abc\nxa\n\na", "c\nc\nc\nx", "hello", "hhello", "say hello", "hellhello", "hel", "hell",
    "hellohello", "heo hey", "he\nhello\n", "\303\251t\303\251", "a\303\251t\303\251 ab\303\251", "hello world, all of us, hello world, all of you", "aaab", "aababab", "\303hello", "hell\303\251 hello",
};

int main(void)
{
    for (int utf8 = 0; utf8 < 2; utf8++) {
        setlocale(LC_ALL, utf8 ? "C.UTF-8" : "C");
        for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
            for (int flags = 0; flags < 8; flags++) {
                regex_t regex;
                int cflags = (flags & 1 ? REG_EXTENDED : 0) | (flags & 2 ? REG_NEWLINE : 0) | (flags & 4 ? REG_ICASE : 0);
                int code = regcomp(&regex, patterns[i], cflags);
                if (code) {
                    printf("%s %d: %d\n", patterns[i], flags, code);
                    continue;
                }
                for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
                    for (int eflags = 0; eflags < 3; eflags++) {
                        regmatch_t m[3] = {{1, (int)strlen(texts[k])}};
                        int given = eflags == 1 ? REG_NOTBOL : eflags == 2 && m[0].rm_eo > 0 ? REG_STARTEND : 0;
                        int found = regexec(&regex, texts[k], 3, m, given);
                        if (found == 0)
                            printf("%d %zu %d %zu %d: %d,%d %d,%d %d\n", utf8, i, flags, k, eflags, m[0].rm_so, m[0].rm_eo, m[1].rm_so, m[1].rm_eo, regexec(&regex, texts[k], 0, NULL, given & REG_NOTBOL));
                    }
                regfree(&regex);
            }
    }
    // The GNU interface, both ways, with lines that the pattern reads to the end of the text from.
    re_set_syntax(RE_SYNTAX_POSIX_EXTENDED);
    char *text = malloc(20001);
    for (int i = 0; i < 20000; i++)
        text[i] = i % 7 == 6 ? '\n' : 'a' + i % 5;
    strcpy(text + 19990, "\nhello\nx");
    static const char *const more[] = {"^[^x]*x", "^hello", "^x", "\\`abc", "^(a|b)+c", "hello"};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        struct re_pattern_buffer buffer = {0};
        struct re_registers registers = {0};
        const char *error = re_compile_pattern(more[i], strlen(more[i]), &buffer);
        int length = (int)strlen(text);
        int forward = re_search(&buffer, text, length, 5, length, &registers);
        printf("%s %s: %d", more[i], error ? error : "", forward);
        printf(" %d", re_search(&buffer, text, length, length, -length, &registers));
        printf(" %d", re_search(&buffer, text, length, 0, 0, NULL));
        printf(" %d", re_match(&buffer, text, length, 7, NULL));
        printf(" %d\n", re_search(&buffer, text, 19000, 1, 18000, NULL));
        regfree(&buffer);
    }
    return 0;
}
