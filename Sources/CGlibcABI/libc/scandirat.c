// <dirent.h>: scandir and scandirat. musl's scandir fails while an asynchronous operation is under way anywhere in the process: its close then
// leaves an errno behind, which it takes for readdir's. In C because the filter and the order are the program's. Source: scandir(3).
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "thread-state.h"

int scandirat(int folder, const char *path, struct dirent ***result, int (*select)(const struct dirent *),
              int (*compare)(const struct dirent **, const struct dirent **))
{
    int fd = glibc_compat_open_folder(folder, path, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return -1;
    DIR *stream = fdopendir(fd);
    if (!stream) {
        int saved = errno;
        close(fd);
        errno = saved;
        return -1;
    }
    struct dirent **list = NULL, *entry;
    size_t count = 0, room = 0;
    int saved = errno;
    errno = 0;
    while ((entry = readdir(stream))) {
        if (select) {
            int wanted = select(entry);
            errno = 0;
            if (!wanted)
                continue;
        }
        if (count == room) {
            size_t larger = room ? 2 * room : 16;
            struct dirent **grown = reallocarray(list, larger, sizeof *list);
            if (!grown)
                break;
            list = grown;
            room = larger;
        }
        if (!(list[count] = malloc(entry->d_reclen)))
            break;
        memcpy(list[count++], entry, entry->d_reclen);
        errno = 0;
    }
    int error = errno;
    closedir(stream);
    if (error) {
        while (count > 0)
            free(list[--count]);
        free(list);
        errno = error;
        return -1;
    }
    if (compare && count)
        qsort(list, count, sizeof *list, (int (*)(const void *, const void *))(void *)compare);
    *result = list;
    errno = saved;
    return (int)count;
}

/// scandir(3).
int scandir(const char *path, struct dirent ***result, int (*select)(const struct dirent *),
            int (*compare)(const struct dirent **, const struct dirent **))
{
    return scandirat(AT_FDCWD, path, result, select, compare);
}
