// wordexp expands as glibc's: quotes, parameters, commands, arithmetic, tildes, patterns, fields by IFS, all error codes.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wordexp.h>

static const char *const texts[] = {
    "$((1+2))", "$(((1+2)*3))", "$((1 2))", "$((08))", "$((0x10))", "$((1/0))", "$((n))", "$(($n+1))", "$((-5))",
    "$((9223372036854775807+1))", "$[1+2]", "$[(1+2)*2]", "$[1", "$((1)", "$((1;2))", "$((1\n2))", "$()",
    "$(echo hi there)", "\"$(echo 'hi  there')\"", "`echo a b`", "$(false)", "$(if)", "$(exit 3)",
    "$(printf 'a\\n\\nb\\n\\n')", "\"$(printf 'a\\n\\nb\\n\\n')\"", "x$(printf '\\n\\n')y", "$(echo ')')",
    "$((echo a);(echo b))", "$e", "$u", "\"$u\"", "x$e", "$e$e", "\"\"", "''", "\"\"a", "a\"\"", "a''b", "$v",
    "\"$v\"", "x${v}y", "${v", "${v}", "${#v}", "${#u}", "${#}", "$#", "${#*}", "${#@}", "$*", "$@", "\"$*\"",
    "\"$@\"", "x\"$@\"y", "$1", "${1}", "$12", "${12}", "$", "a$", "$\"x\"", "$'x'", "$=", "${", "${}", "${=}",
    "${v:}", "${v:x}", "${v-x}", "${u-x y}", "${u:-x y}", "\"${u:-x y}\"", "${e-x}", "${e:-x}", "${e+x}", "${e:+x}",
    "${v:+y z}", "${u+x}", "${u=new}$u", "${u:?msg}", "${e?x}", "${u:=q w}", "${p#*/}", "${p##*/}", "${p%.*}",
    "${p%%.*}", "${p%'*'}", "${p#/usr}", "${p%gz}", "${u#x}", "${p#}", "${v#a }", "${u:-$v}", "${u:-\"$v\"}",
    "${u:-'a  b'}", "${u:-~}", "${u:-~/x}", "${u:-\\}}", "${u:-{a}}", "${u:-$(echo hi)}", "${u:-$((1+1))}", "${#v:-x}",
    "${u:-`echo hi`}", "~", "~/x", "~root", "~nosuchuser/x", "a=~", "a=x:~", "b:~", "x~", "~\\x", "~$v", "a b=~",
    "\\~", "'~'", "a b\tc", "a\nb", "a|b", "a;b", "a&b", "<", "(", ")", "{", "}", "a#b", "#", "a\\ b", "a\\", "\\\n",
    "a\\\nb", "'a", "\"a", "`a", "\"a\\nb\\$\\`\\\"\\\\\"", "'a\\b'", "!", "=", "%", "^", "a\\|b", "\"|\"", "'|'", "*",
    "f*", "*.c", "[ab].c", "?.c", "nomatch*", "'*'", "\\*", "\"*\"", "*\\ *", "a*'b c'", "*$e", "*$v", "$v*", "sub/*",
    "*/", "~/*", "[", "[a", "a[", "*|x", "*\"$v\"", "* f*", "*;", "x=*", " ", "", "  a  ", "\r", "a\vb",
};
static const struct { const char *text; int flags; } flagged[] = {
    { "$u", WRDE_UNDEF },
    { "$e", WRDE_UNDEF },
    { "${u:-x}", WRDE_UNDEF },
    { "${#u}", WRDE_UNDEF },
    { "$9", WRDE_UNDEF },
    { "*$u", WRDE_UNDEF },
    { "$2", WRDE_UNDEF },
    { "$(echo x)", WRDE_NOCMD },
    { "$()", WRDE_NOCMD },
    { "`echo x`", WRDE_NOCMD },
    { "``", WRDE_NOCMD },
    { "$((1+1))", WRDE_NOCMD },
    { "${u:-$(echo)}", WRDE_NOCMD },
    { "${v:-$(echo)}", WRDE_NOCMD },
    { "\"`x`\"", WRDE_NOCMD },
    { "$((`echo 1`))", WRDE_NOCMD },
    { "$(echo e >&2)", WRDE_SHOWERR },
    { "$(echo e >&2)", 0 },
};
static const char *const separators[] = { ":", ": ", ",", "\n", "x", " ;", "a", "" };
static const char *const split[] = {
    "$a", "\"$a\"", "$(echo \"$a\")", "a:b", "a b", "*", "$(printf 'x\\ny')", "x$a", "$(echo \"[$IFS]\")", "*:$a", "*,a", "\"$@\"", "$*",
    "$(printf ':a::b ,  c\\n\\n ')", "\"$(printf 'a\\n\\n')\"", "x$(printf '\\n')y",
};

static void expand(const char *text, int flags)
{
    wordexp_t words = { 0 };
    int result = wordexp(text, &words, flags);
    printf("%s %d: %d", text, flags, result);
    if (!result) {
        printf(" %zu", words.we_wordc);
        for (size_t i = 0; i < words.we_wordc; i++) printf(" [%s]", words.we_wordv[i]);
        printf("%s", words.we_wordv[words.we_wordc] ? " and more" : "");
        wordfree(&words);
    }
    puts("");
    fflush(stdout);
    unsetenv("u");
}

int main(int argc, char **argv)
{
    if (argc == 1) {
        execl("/proc/self/exe", "wordexp", "one", "two three", "four", (char *)0);
        return 1;
    }
    mkdir("d", 0755);
    if (chdir("d")) return 1;
    mkdir("sub", 0755);
    const char *files[] = { "a.c", "b.c", "foo", "f2", "sub/x", "a b c" };
    for (int i = 0; i < 6; i++) fclose(fopen(files[i], "w"));
    setenv("e", "", 1);
    setenv("v", "a b  c", 1);
    setenv("n", "12", 1);
    setenv("p", "/usr/lib/x.tar.gz", 1);
    setenv("HOME", "/home/me", 1);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) expand(texts[i], 0);
    for (size_t i = 0; i < sizeof flagged / sizeof *flagged; i++) expand(flagged[i].text, flagged[i].flags);
    setenv("a", "::x: y,, ;z\n;;q: ", 1);
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        setenv("IFS", separators[i], 1);
        for (size_t j = 0; j < sizeof split / sizeof *split; j++) expand(split[j], 0);
    }
    unsetenv("HOME");
    unsetenv("IFS");
    expand("~ ~/x", 0);
    return 0;
}
