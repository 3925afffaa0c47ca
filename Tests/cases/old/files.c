// realpath of 2.2.5 refuses NULL, nftw of 2.2.5 ignores flags it does not know
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "versions.h"
OLD(char *, realpath, "2.2.5", (const char *, char *));
OLD(int, nftw, "2.2.5", (const char *, __nftw_func_t, int, int));
OLD(int, nftw64, "2.2.5", (const char *, __nftw64_func_t, int, int));

static int entries, total;
static int count(const char *path, const struct stat *status, int type, struct FTW *at)
{
    (void)path, (void)status;
    entries++, total += 100 * at->level + type;
    return 0;
}
static int skip(const char *path, const struct stat *status, int type, struct FTW *at)
{
    (void)path, (void)status, (void)type, (void)at;
    entries++;
    return FTW_SKIP_SUBTREE;
}

int main(void)
{
    char buffer[PATH_MAX];
    errno = 0;
    printf("%p %d\n", (void *)realpath_old("/", NULL), errno);
    printf("%s\n", realpath_old("/tmp/../dev/./null", buffer));
    errno = 0;
    printf("%p %d\n", (void *)realpath_old("/no/such/file", buffer), errno);
    mkdir("d", 0755), mkdir("d/e", 0755);
    close(open("d/f", O_CREAT | O_WRONLY, 0644)), close(open("d/e/g", O_CREAT | O_WRONLY, 0644));
    int result = nftw_old("d", count, 5, 0x4000);
    printf("%d %d %d\n", result, entries, total);
    entries = 0;
    result = nftw_old("d", skip, 5, FTW_ACTIONRETVAL);
    printf("%d %d\n", result, entries);
    entries = total = 0;
    result = nftw64_old("d", (__nftw64_func_t)count, 5, FTW_PHYS | FTW_DEPTH | 0x100);
    printf("%d %d %d\n", result, entries, total);
    errno = 0;
    result = nftw("d", count, 5, 0x4000);
    printf("%d %d\n", result, errno);
}
