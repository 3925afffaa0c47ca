// glob and glob64 of 2.2.5 do not call the lstat that the program brings, but its stat
#include <glob.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "versions.h"
typedef int complaint(const char *, int);
OLD(int, glob, "2.2.5", (const char *, int, complaint *, glob_t *));
OLD(int, glob64, "2.2.5", (const char *, int, complaint *, glob64_t *));

static int my_stat(const char *path, struct stat *status)
{
    printf("<stat %s>", path);
    status->st_mode = S_IFREG;
    return strstr(path, "none") ? -1 : 0;
}
static int my_lstat(const char *path, struct stat *status)
{
    printf("<lstat %s>", path);
    status->st_mode = S_IFREG;
    return 0;
}
static void *my_open(const char *path) { return NULL; }
static struct dirent *my_read(void *folder) { return NULL; }
static void my_close(void *folder) {}

int main(void)
{
    symlink("nowhere", "link"), symlink(".", "here"), mkdir("folder", 0755), symlink("nowhere", "folder/link");
    const char *patterns[] = {"link", "l*", "li\\nk", "folder/link", "f*/link", "f*/l*", "here", "{link,here}",
        "absent", "link/", "*/link"};
    int flags[] = {0, GLOB_MARK, GLOB_NOCHECK, GLOB_BRACE, GLOB_NOMAGIC, GLOB_BRACE | GLOB_NOCHECK, GLOB_ONLYDIR,
        0x8000, 0x10000};
    for (int i = 0; i < sizeof patterns / sizeof *patterns; i++)
        for (int f = 0; f < sizeof flags / sizeof *flags; f++) {
            glob_t found = {0};
            int status = f & 1 ? glob64_old(patterns[i], flags[f], NULL, (glob64_t *)&found) : glob_old(patterns[i],
                flags[f], NULL, &found);
            printf("%s %x: %d %zu", patterns[i], flags[f], status, found.gl_pathc);
            if (status == 0)
                printf(" flags %x", found.gl_flags);
            for (size_t n = 0; n < found.gl_pathc; n++)
                printf(" %s", found.gl_pathv[n]);
            puts("");
            if (status == 0)
                globfree(&found);
        }
    for (int i = 0; i < 2; i++) {
        glob_t found = {.gl_opendir = my_open, .gl_readdir = (void *)my_read, .gl_closedir = my_close,
            .gl_stat = my_stat, .gl_lstat = my_lstat};
        int status = (i ? glob : glob_old)("none", GLOB_ALTDIRFUNC, NULL, &found);
        printf("its own: %d %zu\n", status, found.gl_pathc);
    }
    return 0;
}
