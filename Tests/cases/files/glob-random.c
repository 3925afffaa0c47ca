// glob with random patterns and flags in a folder of its own: what is found, in which order, with which flags told and errors reported.
#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static unsigned long long state;
static unsigned below(unsigned limit)
{
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state >> 33) % limit;
}

static const char *const folders[] = { "d1", "d2", "d1/sub", "d1/.hid", ".dot", "e[x]", "n o", "np" };
static const char *const files[] = {
    "a.c", "b.c", "ab", "d1/x.c", "d1/y", "d1/sub/z", "d2/x.c", ".hf", "e[x]/q", "n o/r", "star*", "back\\s", "{b}", "d1/.hid/k",
};
static const char *const parts[] = {
    "a", "b", ".c", "*", "?", "[ab]", "[", "]", "{", "}", ",", "d1", "d2", "/", "/", "*/", "**", "~", "\\", "\\*", ".", "sub", "x", "la",
    "dang", "np", "[!a]", "{a,b}", "{d1,d2}/", "e[[]x]", "star", "{b}", "n o", "[[:alpha:]]", "nomatch", ".*",
};
static const int choices[] = {
    GLOB_ERR, GLOB_MARK, GLOB_NOCHECK, GLOB_NOESCAPE, GLOB_PERIOD, GLOB_BRACE, GLOB_NOMAGIC, GLOB_TILDE, GLOB_ONLYDIR, GLOB_TILDE_CHECK,
    GLOB_DOOFFS,
};

static int failed(const char *path, int error)
{
    printf(" failed(%s, %d)", path, error);
    return 0;
}

static void show(const glob_t *found, int flags)
{
    size_t first = flags & GLOB_DOOFFS ? found->gl_offs : 0;
    for (size_t i = 0; i < found->gl_pathc; i++) printf(" [%s]", found->gl_pathv[first + i]);
}

static void one(const char *pattern, int flags, const char *second)
{
    glob_t found = { .gl_offs = 2 };
    printf("%x %s:", flags, pattern);
    int result = glob(pattern, flags, failed, &found);
    printf(" %d", result);
    if (!result) {
        printf(" %x", found.gl_flags);
        show(&found, flags);
        if (second) {
            printf(" + %s: %d", second, glob(second, flags | GLOB_APPEND, failed, &found));
            show(&found, flags);
        }
        globfree(&found);
    }
    puts("");
}

int main(void)
{
    mkdir("here", 0755);
    if (chdir("here")) return 1;
    for (int i = 0; i < 8; i++) mkdir(folders[i], 0755);
    for (int i = 0; i < 14; i++) fclose(fopen(files[i], "w"));
    symlink("d1", "ld"), symlink("nowhere", "dang"), symlink("a.c", "la");
    setenv("HOME", "/nowhere/d1", 1);
    for (int i = 0; i < 5000; i++) {
        state = 5 * 7919 + i * 104729;
        below(9), below(9);
        char pattern[128] = "";
        for (int left = 1 + below(5); left; left--) strcat(pattern, parts[below(sizeof parts / sizeof *parts)]);
        // Nothing outside the folder is searched.
        if (pattern[0] == '/' || strstr(pattern, "{/") || strstr(pattern, ",/") || strstr(pattern, "\\/") || strstr(pattern, "}/")) continue;
        int flags = 0;
        for (size_t j = 0; j < sizeof choices / sizeof *choices; j++) flags |= below(4) ? 0 : choices[j];
        if (!below(30)) flags |= 1 << (16 + below(8));
        one(pattern, flags, below(4) ? NULL : "d*");
    }
    const char *escaped[] = { "\\/", "\\/nomatch", "\\//", "~\\", "~root\\", "~ro\\ot" };
    for (int i = 0; i < 6; i++)
        for (size_t j = 0; j < sizeof choices / sizeof *choices; j++)
            if (choices[j] != GLOB_DOOFFS) one(escaped[i], choices[j] | GLOB_TILDE | (j % 2 ? GLOB_NOCHECK : 0), NULL);
    return 0;
}
