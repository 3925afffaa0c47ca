// fts walks trees in the same order with the same entries, with all options, instructions and errors.
// flags: -D_LARGEFILE64_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int by_name(const FTSENT **a, const FTSENT **b) { return strcmp((*a)->fts_name, (*b)->fts_name); }
static int by_name64(const FTSENT64 **a, const FTSENT64 **b) { return strcmp((*b)->fts_name, (*a)->fts_name); }

static void show(FTS *walk, FTSENT *e, int options)
{
    char here[4096];
    getcwd(here, sizeof here);
    printf("  %d %s name %s access %s lengths %d %d level %d error %d cycle %s in %s mode %o\n", e->fts_info, e->fts_path, e->fts_name,
           e->fts_accpath, e->fts_pathlen, e->fts_namelen, e->fts_level, e->fts_errno, e->fts_info == FTS_DC ? e->fts_cycle->fts_name : "-",
           here, options & FTS_NOSTAT || e->fts_info == FTS_NSOK || e->fts_info == FTS_NS ? 0 : e->fts_statp->st_mode);
}

static void walk(int options, char **roots)
{
    printf("options %x\n", options);
    FTS *w = fts_open(roots, options, by_name);
    FTSENT *e;
    while ((e = fts_read(w))) {
        show(w, e, options);
        e->fts_number++;
        if (e->fts_info == FTS_DP && e->fts_number != 2)
            puts("  the number is lost");
        if (e->fts_info == FTS_D && !strcmp(e->fts_name, "skip"))
            printf("  set %d\n", fts_set(w, e, FTS_SKIP));
        if (e->fts_info == FTS_SL && !strcmp(e->fts_name, "followed"))
            printf("  set %d\n", fts_set(w, e, FTS_FOLLOW));
        if (e->fts_info == FTS_F && !strcmp(e->fts_name, "again") && !e->fts_pointer)
            e->fts_pointer = e, fts_set(w, e, FTS_AGAIN);
        if (e->fts_info == FTS_D && !strcmp(e->fts_name, "a")) {
            for (FTSENT *c = fts_children(w, 0); c; c = c->fts_link) {
                printf("  child %d %s %s level %d\n", c->fts_info, c->fts_name, c->fts_accpath, c->fts_level);
                if (!strcmp(c->fts_name, "late"))
                    fts_set(w, c, FTS_SKIP);
                if (!strcmp(c->fts_name, "link"))
                    fts_set(w, c, FTS_FOLLOW);
            }
        }
        if (e->fts_info == FTS_D && !strcmp(e->fts_name, "b"))
            for (FTSENT *c = fts_children(w, FTS_NAMEONLY); c; c = c->fts_link)
                printf("  name %s %d\n", c->fts_name, c->fts_info);
    }
    printf("  end %d", errno), printf(" closed %d\n", fts_close(w));
    char here[4096];
    printf("  %s\n", getcwd(here, sizeof here));
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    const char *folders[] = {"t", "t/a", "t/a/in", "t/b", "t/b/deep", "t/b/deep/er", "t/skip", "t/skip/x", "t/empty", "u", "closed"};
    const char *files[] = {"t/a/one", "t/a/late", "t/again", "t/b/deep/er/file", "t/skip/y", "u/z", "plain", "t/a/in/side"};
    for (int i = 0; i < 11; i++) mkdir(folders[i], 0755);
    for (int i = 0; i < 8; i++) close(open(files[i], O_CREAT | O_WRONLY, 0644));
    symlink("../b/deep", "t/a/link"), symlink("u", "t/dangling"), symlink("../u", "t/followed"), symlink("..", "t/b/deep/up"), symlink("t", "rootlink");
    mkfifo("t/pipe", 0600);
    chmod("closed", 0);
    char *roots[] = {"t", "plain", "absent", "rootlink", "./u/", "t/b/deep", NULL}, *one[] = {"t", NULL}, *dots[] = {".", NULL}, *absolute[] = {"/tmp/w/t", NULL};
    int options[] = {FTS_PHYSICAL, FTS_LOGICAL, FTS_PHYSICAL | FTS_NOCHDIR, FTS_PHYSICAL | FTS_COMFOLLOW, FTS_PHYSICAL | FTS_NOSTAT, FTS_PHYSICAL | FTS_NOSTAT | FTS_NOCHDIR,
                     FTS_PHYSICAL | FTS_SEEDOT, FTS_PHYSICAL | FTS_XDEV, FTS_LOGICAL | FTS_NOSTAT, FTS_LOGICAL | FTS_SEEDOT | FTS_XDEV, FTS_COMFOLLOW | FTS_PHYSICAL | FTS_NOSTAT | FTS_SEEDOT, 0};
    for (int i = 0; i < 12; i++)
        walk(options[i], roots), walk(options[i], one), walk(options[i], absolute);
    walk(FTS_PHYSICAL, dots);
    char *slash[] = {"/etc/", "//etc/host.conf", NULL}, *empty[] = {"t", "", NULL}, *none[] = {NULL};
    FTS *w = fts_open(slash, FTS_PHYSICAL, NULL);
    FTSENT *e = fts_read(w);
    printf("%s %s %d\n", e->fts_path, e->fts_name, e->fts_pathlen);
    fts_set(w, e, FTS_SKIP), e = fts_read(w), printf("%d\n", e->fts_info);
    e = fts_read(w), printf("%s %s %d\n", e->fts_path, e->fts_name, e->fts_info);
    printf("set %d", fts_set(w, e, 9)), printf(" %d", errno), printf(" children %d", fts_children(w, 5) == NULL), printf(" %d\n", errno);
    fts_close(w);
    w = fts_open(roots, FTS_PHYSICAL, NULL);
    for (e = fts_children(w, 0); e; e = e->fts_link)
        printf("root %s %d\n", e->fts_name, e->fts_info);
    fts_read(w), fts_read(w);
    printf("closed early %d\n", fts_close(w));
    printf("empty name %d", !fts_open(empty, FTS_PHYSICAL, NULL)), printf(" %d", errno);
    printf(" unknown option %d", !fts_open(one, 0x1000, NULL)), printf(" %d\n", errno);
    char *closed[] = {"closed", NULL};
    if (getuid()) walk(FTS_PHYSICAL, closed);
    FTS64 *large = fts64_open(one, FTS_PHYSICAL, by_name64);
    FTSENT64 *l;
    while ((l = fts64_read(large)))
        printf("%d %s %ld\n", l->fts_info, l->fts_path, l->fts_info == FTS_F ? (long)l->fts_statp->st_size : 0);
    printf("closed %d\n", fts64_close(large));
    return 0;
}
