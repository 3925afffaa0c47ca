// <spawn.h>: before glibc 2.15 a file that the kernel cannot execute was taken for a shell script without its #! line.
#include <errno.h>
#include <limits.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "old-version.h"

static int spawn_script(pid_t *child, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
                        char *const arguments[], char *const environment[])
{
    size_t count = 0;
    while (arguments[count])
        count++;
    // sh, the script, what followed the program's name, and the end.
    char **all = calloc(count + 3, sizeof *all);
    if (!all)
        return ENOMEM;
    all[0] = "/bin/sh";
    all[1] = (char *)path;
    if (count > 1)
        memcpy(all + 2, arguments + 1, (count - 1) * sizeof *all);
    int error = posix_spawn(child, "/bin/sh", actions, attributes, all, environment);
    free(all);
    return error;
}

OLD_VERSION("posix_spawn@GLIBC_2.2.5")
int glibc_compat_posix_spawn_2_2_5(pid_t *child, const char *path, const posix_spawn_file_actions_t *actions,
                                   const posix_spawnattr_t *attributes, char *const arguments[], char *const environment[])
{
    int error = posix_spawn(child, path, actions, attributes, arguments, environment);
    return error == ENOEXEC ? spawn_script(child, path, actions, attributes, arguments, environment) : error;
}

// The file that PATH names, in a buffer of PATH_MAX bytes; NULL where there is none.
static const char *find(const char *file, char *buffer)
{
    const char *folder = getenv("PATH");
    if (!folder)
        folder = "/bin:/usr/bin";
    for (;; folder++) {
        size_t length = strcspn(folder, ":");
        size_t size = strlen(file) + 1;
        if (length + 1 + size <= PATH_MAX) {
            memcpy(buffer, folder, length);
            if (length)
                buffer[length++] = '/';
            memcpy(buffer + length, file, size);
            if (!access(buffer, X_OK))
                return buffer;
        }
        folder += strcspn(folder, ":");
        if (!*folder)
            return NULL;
    }
}

OLD_VERSION("posix_spawnp@GLIBC_2.2.5")
int glibc_compat_posix_spawnp_2_2_5(pid_t *child, const char *file, const posix_spawn_file_actions_t *actions,
                                    const posix_spawnattr_t *attributes, char *const arguments[], char *const environment[])
{
    int error = posix_spawnp(child, file, actions, attributes, arguments, environment);
    if (error != ENOEXEC)
        return error;
    char buffer[PATH_MAX];
    const char *path = strchr(file, '/') ? file : find(file, buffer);
    return path ? spawn_script(child, path, actions, attributes, arguments, environment) : ENOEXEC;
}
