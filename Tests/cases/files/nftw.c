// nftw and ftw: type codes, levels, bases, depth first, change of folder, skipping, links, errors
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char lines[100][200];
static int count, skip, stop;
static int keep(const char *path, const struct stat *s, int type, struct FTW *at)
{
    char cwd[200];
    snprintf(lines[count++], 200, "%s type %d base %d level %d size %d cwd %s", path, type, at->base, at->level, type == FTW_F ? (int)s->st_size : -1, getcwd(cwd, 200) ? strrchr(cwd, '/') : "?");
    if (skip && !strcmp(path + at->base, "b")) return skip;
    return stop && count == stop ? 77 : 0;
}
static int old(const char *path, const struct stat *s, int type) { snprintf(lines[count++], 200, "%s type %d", path, type); return 0; }
static int compare(const void *a, const void *b) { return strcmp(a, b); }
static void show(const char *what, int result, int sorted)
{
    printf("%s: %d %s\n", what, result, result < 0 ? strerror(errno) : "");
    if (sorted) qsort(lines, count, sizeof *lines, compare);
    for (int i = 0; i < count; i++) if (sorted) puts(lines[i]);
    count = 0;
}
int main(void)
{
    mkdir("t", 0755), mkdir("t/a", 0755), mkdir("t/a/b", 0755), mkdir("t/a/b/c", 0755);
    fputs("12345", fopen("t/a/f", "w")), fputs("x", fopen("t/a/b/g", "w")), fflush(NULL);
    symlink("a", "t/link"), symlink("nowhere", "t/dangling"), symlink("..", "t/a/b/up");
    show("physical", nftw("t", keep, 10, FTW_PHYS), 1);
    show("depth", nftw("t", keep, 10, FTW_PHYS | FTW_DEPTH), 1);
    show("one descriptor", nftw("t", keep, 1, FTW_PHYS), 1);
    show("chdir", nftw("t", keep, 10, FTW_PHYS | FTW_CHDIR), 1);
    show("mount", nftw("t/", keep, 10, FTW_PHYS | FTW_MOUNT), 1);
    printf("logical %d\n", nftw("t/a", keep, 10, 0)), show("logical", 0, 1);
    skip = 2, show("skip subtree", nftw("t", keep, 10, FTW_PHYS | FTW_ACTIONRETVAL), 1);
    skip = 0, stop = 1, show("stop", nftw("t", keep, 10, FTW_PHYS), 0), stop = 0;
    show("file", nftw("t/a/f", keep, 10, 0), 1), show("link", nftw("t/dangling", keep, 10, 0), 1), show("none", nftw("none", keep, 10, 0), 1);
    show("flags", nftw("t", keep, 10, 1 << 10), 0), show("empty", nftw("", keep, 10, 0), 0);
    show("ftw", ftw("t/a/b/c", old, 10), 1), show("ftw", ftw("t/dangling", old, 10), 1);
}
