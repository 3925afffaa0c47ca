// fnmatch gives glibc's answers: all flags, malformed brackets and groups, bytes that are no text, in both locales.
#include <errno.h>
#include <fnmatch.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct { const char *pattern, *string; int flags; } fixed[] = {
    { "?", "\xff", 0 }, { "*", "\xff", 0 }, { "\xff", "\xff", 0 }, { "a?", "a\xff", 0 },
    { "?\xff", "\xc3\xa9\xff", 0 }, { "??\xff", "\xc3\xa9\xff", 0 }, { "[\xff]", "\xff", 0 },
    { "[\xf0-\xff]", "\xff", 0 }, { "[!a]", "\xff", 0 }, { "?", "\xc3\xa9", 0 },
    { "[\xc3\xa0-\xc3\xaf]", "\xc3\xa9", 0 }, { "[[=\xc3\xa9=]]", "\xc3\xa9", 0 }, { "[[.\xc3\xa9.]]", "\xc3\xa9", 0 },
    { "\xc3\x89", "\xc3\xa9", FNM_CASEFOLD }, { "[[:alpha:]]", "\xc3\xa9", 0 }, { "[[:alpha:]]", "\xe9", 0 },
    { "[", "[", 0 }, { "[a", "[a", 0 }, { "[a", "a", 0 }, { "[[:alpha:]", "a", 0 }, { "[[:foo:]]", "f", 0 },
    { "[[:foo:]", "[", 0 }, { "[[:fOo:]]", "f", 0 }, { "[[:fOo:]]", "f]", 0 }, { "[[:fOo:]]", ":]", 0 },
    { "[[.a.]-c]", "b", 0 }, { "[[.space.]]", " ", 0 }, { "[[.hyphen.]]", "-", 0 }, { "[a-[.c.]]", "b", 0 },
    { "[[=ab=]]", "a", 0 }, { "[[=ab=]]", "a=]", 0 }, { "[[=a", "[[=a", 0 }, { "[[.a", "[[.a", 0 },
    { "[[:a", "[[:a", 0 }, { "[\\", "[\\", 0 }, { "[a\\", "[a\\", 0 }, { "[a\\", "a", 0 }, { "[a-", "[a-", 0 },
    { "[a-]", "-", 0 }, { "[!]", "!", 0 }, { "[!]a]", "b", 0 }, { "[^a]", "^", 0 }, { "[^a]", "b", 0 },
    { "[]-a]", "^", 0 }, { "[]", "[]", 0 }, { "[]a", "[]a", 0 }, { "[/]", "/", FNM_PATHNAME },
    { "a[/]b", "a/b", FNM_PATHNAME }, { "[a/b]", "[a/b]", FNM_PATHNAME }, { "[a/]b", "a", FNM_PATHNAME },
    { "a[b/c]", "a[b/c]", FNM_PATHNAME }, { "[z-a]", "b", 0 }, { "[z-a]", "z", 0 }, { "[[:alpha:]-z]", "-", 0 },
    { "[a-[:alpha:]]", "b", 0 }, { "[a-c-e]", "d", 0 }, { "[a-c-e]", "-", 0 }, { "[a-c-e]", "e", 0 },
    { "[+--]", ", ", 0 }, { "[--/]", ".", 0 }, { "*@()", "abc", 32 }, { "*!(x)", "", 32 }, { "*!(x)", "a", 32 },
    { "@(*)(x)", "x", 32 }, { "@(+)(a)", "aa", 32 }, { "*\\/b", "a/b", 1 }, { "a\\/*", "a/.b", 5 },
    { "*?.x", "a.x", 4 }, { "*?[.]x", "a.x", 4 }, { "*?(/)b", "a/b", 33 }, { "?(", "?(", 32 }, { "?(a", "?(a", 32 },
    { "@(a|b", "@(a|b", 32 }, { "@(a[|]b)", "a|b", 32 }, { "@([)])", ")", 32 }, { "@([)])", "[)]", 32 },
    { "@(a\\)b)", "a)b", 32 }, { "@(a\\|b)", "a|b", 32 }, { "@(a\\|b)", "b", 32 }, { "@()", "", 32 },
    { "+()", "", 32 }, { "!()", "", 32 }, { "!()", "a", 32 }, { "*()", "", 32 }, { "+(a)", "a/b", 32|8 },
    { "a", "a/b", 8 }, { "a*", "a/b/c", 9 }, { "+(a)*(b)", "a/bb", 32|8 }, { "\\", "\\", 0 }, { "\\", "", 0 },
    { "\\", "\\", 2 }, { "a\\", "a", 0 }, { "a\\", "a\\", 0 }, { "",  "", 0 }, { "", "/a", 8 }, { "", "a", 8 },
    { "*", ".a", 4 }, { "?", ".a", 4 }, { "[.]a", ".a", 4 }, { "/*", "/.a", 5 }, { "/*", "/.a", 4 },
    { "a/*", "a/.b", 4 }, { "*(.a)", ".a", 36 }, { "@(.a)", ".a", 36 }, { "@(?a)", ".a", 36 }, { "!(x)", ".a", 36 },
    { "+(?)", ".a", 36 }, { "*a", "b/a", 1 }, { "**/a", "b/c/a", 1 }, { "A[B]", "ab", 16 }, { "[a-Z]", "b", 16 },
    { "[[:upper:]]", "a", 16 }, { "[[=A=]]", "a", 16 }, { "[[.A.]]", "a", 16 }, { "[A-C]", "b", 16 },
    { "[[.A.]-C]", "b", 16 }, { "[^-`]", "_", 16 }, { "[Z-a]", "_", 0 }, { "[Z-a]", "_", 16 },
};

static unsigned long long state = 7;
static unsigned below(unsigned limit)
{
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state >> 33) % limit;
}

static const char *const parts[] = {
    "a", "b", "c", "A", "B", "*", "*", "?", "[", "]", "[a-c]", "[!a]", "[^b]", "\\", "/", ".", "/", "-", "!", "(", ")", "|", "@(", "?(",
    "*(", "+(", "!(", "[:", "[:alpha:]", ":]", "[=", "=]", "[=a=]", "[.", "[.-.]", ".]", "[[:upper:]b]", "[[:alpha:]]", "\xc3\xa9",
    "\xc3\x89", "\xff", "z", "@(a|b)", "!(a)", "+(b|?)", "|", ")", "a", "b", "/", ".",
};

/// A string that has a chance: the pattern with something in the place of each sign.
static void derive(char *to, const char *pattern)
{
    for (; *pattern; pattern++) {
        if (strchr("*?[]()|@!+\\^:=", *pattern)) {
            if (!below(3)) *to++ = "abA/.b"[below(6)];
            else if (!below(6)) *to++ = *pattern;
        } else if (below(9)) {
            *to++ = *pattern;
        }
    }
    *to = 0;
}

static void random_ones(int extended)
{
    for (int i = 0; i < 4000; i++) {
        char pattern[128] = "", string[128];
        for (int left = 1 + below(7); left; left--) strcat(pattern, parts[below(sizeof parts / sizeof *parts)]);
        printf("%s", pattern);
        for (int try = 0; try < 6; try++) {
            derive(string, pattern);
            int flags = below(64) | (extended ? FNM_EXTMATCH : 0);
            printf("\t%s %d=%d", string, flags, fnmatch(pattern, string, flags));
        }
        puts("");
    }
}

int main(void)
{
    const char *locales[] = { "C.UTF-8", "C" };
    for (int i = 0; i < 2; i++) {
        setlocale(LC_ALL, locales[i]);
        for (size_t j = 0; j < sizeof fixed / sizeof *fixed; j++) {
            errno = 0;
            int result = fnmatch(fixed[j].pattern, fixed[j].string, fixed[j].flags);
            printf("%s %s %d: %d %d\n", fixed[j].pattern, fixed[j].string, fixed[j].flags, result, errno);
        }
        random_ones(0);
        random_ones(1);
    }
    // Asked once: what the environment says later has no effect.
    setenv("POSIXLY_CORRECT", "1", 1);
    printf("%d\n", fnmatch("[^a]", "b", 0));
    return 0;
}
