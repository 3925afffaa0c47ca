// glob with every flag of GNU's, on patterns of all kinds, and on patterns put together at random.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int complain(const char *path, int error)
{
    printf("[%s: %d]", path, error);
    return 0;
}
static int stop(const char *path, int error) { return 1; }

static void try(const char *pattern, int flags, glob_t *result)
{
    int status = glob(pattern, flags, NULL, result);
    printf("%s %x: %d", pattern, flags, status);
    if (status == 0) {
        printf(" %zu flags %x:", result->gl_pathc, result->gl_flags);
        for (size_t i = 0; i < result->gl_pathc; i++)
            printf(" %s", result->gl_pathv[i]);
        if (result->gl_pathv[result->gl_pathc])
            printf(" not ended");
    }
    puts("");
    if (status != -1)
        globfree(result);
}

static void one(const char *pattern, int flags)
{
    glob_t result = {0};
    try(pattern, flags, &result);
}

// Functions of the program's own: a folder that exists nowhere.
static int position;
static struct dirent entry;
static void *my_open(const char *path) { printf("<open %s>", path); position = 0; return strcmp(path, "closed") ? &position : (errno = EACCES, NULL); }
static struct dirent *my_read(void *stream)
{
    static const char *names[] = {".", "..", ".hidden", "apple", "pear"};
    if (position == 5) return NULL;
    strcpy(entry.d_name, names[position++]), entry.d_type = DT_UNKNOWN;
    return &entry;
}
static void my_close(void *stream) { printf("<close>"); }
static int my_stat(const char *path, struct stat *status)
{
    status->st_mode = strstr(path, "apple") ? S_IFDIR : S_IFREG;
    return strstr(path, "none") ? -1 : 0;
}

int main(void)
{
    const char *files[] = {"a1", "a2", "b1", ".dot", "sub/x1", "sub/x2", "sub/.h", "sub/deep/y", "sub2/x1", "we*ird", "br{a,b}", "back\\slash", "q?"};
    mkdir("sub", 0755), mkdir("sub/deep", 0755), mkdir("sub2", 0755), mkdir("locked", 0000), mkdir("~odd", 0755);
    for (int i = 0; i < sizeof files / sizeof *files; i++)
        close(open(files[i], O_CREAT | O_WRONLY, 0644));
    symlink("absent", "dangling"), symlink("sub", "link");
    setenv("HOME", "/tmp/w/sub", 1);
    const char *patterns[] = {
        "*", "a*", "?1", "[ab]1", "[!a]*", "sub/*", "*/x1", "*/*", "s*/d*/y", "absent", "absent*", "a1", "sub", "sub/", "a1/", "*/", "absent/", "s*/", "/", "//",
        "/et[c]", "/et[c]/host*", "//et?", "./a*", "../w/a1", "", "dang*", "dangling", "link/*", "li*/x*", "\\a1", "a\\1", "we\\*ird", "we*ird", "back\\\\slash", "back\\slash", "q\\?", "\\", "a1\\", "sub\\/x1",
        "s\\ub/x1", "s\\ub/x*", ".*", "*.*", "sub/.*", "[", "[a", "a]", "[]", "[a]", "[\\a]1", "{a,b}1", "{a1,absent}", "{absent,gone}", "{a,b}{1,2}", "{a{1,2},b1}", "{}", "{a1}", "{a1", "a1}", "{,a}1",
        "br{a,b}", "br\\{a,b}", "\\{a,b}", "sub/{x1,x2}", "{sub,sub2}/x1", "{s*,a*}", "~", "~/", "~/x*", "~/x1", "~root", "~root/", "~nobody_here", "~nobody_here/x", "~odd", "~odd/", "\\~", "x~", "~/*", "~{,/x1}", "*//x1",
        "sub//x1", "locked/*", "locked/x", "a1/*", "**", "***/x1", "sub/deep/../x?",
    };
    int flags[] = {0, GLOB_MARK, GLOB_NOCHECK, GLOB_NOESCAPE, GLOB_PERIOD, GLOB_BRACE, GLOB_BRACE | GLOB_NOCHECK, GLOB_BRACE | GLOB_NOMAGIC, GLOB_NOMAGIC, GLOB_TILDE,
                   GLOB_TILDE_CHECK, GLOB_TILDE | GLOB_NOCHECK, GLOB_TILDE_CHECK | GLOB_NOCHECK, GLOB_TILDE | GLOB_MARK, GLOB_BRACE | GLOB_TILDE | GLOB_MARK | GLOB_NOMAGIC, GLOB_ONLYDIR, GLOB_ONLYDIR | GLOB_MARK,
                   GLOB_NOCHECK | GLOB_NOESCAPE, GLOB_NOMAGIC | GLOB_NOCHECK, GLOB_PERIOD | GLOB_MARK | GLOB_NOCHECK};
    for (int i = 0; i < sizeof patterns / sizeof *patterns; i++)
        for (int f = 0; f < sizeof flags / sizeof *flags; f++)
            one(patterns[i], flags[f]);
    puts("random");
    unsigned state = 7;
    for (int i = 0; i < 3000; i++) {
        static const char *pieces[] = {"a", "1", "*", "?", "[", "]", "{", "}", ",", "/", "\\", "~", "sub", "d", "x", "!", "b", "-", "s*"};
        char pattern[80] = "";
        for (int n = (state = state * 1103515245 + 12345, state >> 20) % 7 + 1; n; n--)
            strcat(pattern, pieces[(state = state * 1103515245 + 12345, state >> 16) % 19]);
        // Nothing that lists the root folder, in which the two roots differ.
        if (strncmp(pattern, "\\/", 2) && *pattern != '/' && !strstr(pattern, "{/") && !strstr(pattern, ",/") && !strstr(pattern, "}/"))
            one(pattern, flags[(state = state * 1103515245 + 12345, state >> 16) % 20]);
    }
    glob_t result = {.gl_offs = 2};
    printf("%d", glob("a*", GLOB_DOOFFS, NULL, &result));
    printf(" %d", glob("s*", GLOB_DOOFFS | GLOB_APPEND, NULL, &result));
    printf(" %d", glob("none*", GLOB_DOOFFS | GLOB_APPEND, NULL, &result));
    printf(" %d", glob("none*", GLOB_DOOFFS | GLOB_APPEND | GLOB_NOCHECK, NULL, &result));
    printf(" %zu %d %d", result.gl_pathc, !result.gl_pathv[0], !result.gl_pathv[1]);
    for (size_t i = 0; i < result.gl_pathc; i++)
        printf(" %s", result.gl_pathv[2 + i]);
    printf(" ended %d\n", !result.gl_pathv[2 + result.gl_pathc]);
    globfree(&result);
    printf("freed %zu %d\n", result.gl_pathc, !result.gl_pathv);
    printf("unknown flag %d", glob("*", 1 << 20, NULL, &result)), printf(" %d\n", errno);
    memset(&result, 0, sizeof result);
    printf("errors %d", glob("absent/*", 0, complain, &result));
    printf(" %d", glob("a1/*", 0, complain, &result));
    printf(" %d", glob("absent/*", GLOB_ERR, NULL, &result));
    printf(" %d\n", glob("absent/*", 0, stop, &result));
    result = (glob_t){.gl_opendir = my_open, .gl_readdir = (void *)my_read, .gl_closedir = my_close, .gl_lstat = (void *)my_stat, .gl_stat = (void *)my_stat};
    const char *own[] = {"place/*", "place/*a*", "none", "thing", "closed/*", "*", "place/.*", "*/pear"};
    for (int i = 0; i < 8; i++)
        try(own[i], GLOB_ALTDIRFUNC | GLOB_MARK, &result);
    const char *quoted[] = {"a*", "a\\*", "a?", "[a", "[a]", "\\[a]", "a]", "plain", "\\", ""};
    for (int i = 0; i < 10; i++)
        printf("%d%d ", glob_pattern_p(quoted[i], 1), glob_pattern_p(quoted[i], 0));
    puts("");
    glob64_t large;
    printf("glob64 %d", glob64("a*", 0, NULL, &large)), printf(" %zu\n", large.gl_pathc);
    globfree64(&large);
    return 0;
}
