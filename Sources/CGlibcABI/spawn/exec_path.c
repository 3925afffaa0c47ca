// <unistd.h>: execvp and its kin. A file that the kernel cannot run is a script for the shell, which musl leaves out. Source: exec(3), environ(7).
#include <errno.h>
#include <limits.h>
#include <paths.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// The shell on the script. On the stack: memory may be shared with a parent (vfork).
static void as_script(const char *path, char *const argv[], char *const env[])
{
    size_t count = 0;
    while (argv[count])
        count++;
    char *arguments[count + 3];
    arguments[0] = (char *)_PATH_BSHELL;
    arguments[1] = (char *)path;
    // Behind the name go the arguments; without any, the null.
    memcpy(arguments + 2, count ? argv + 1 : argv, (count ? count : 1) * sizeof *argv);
    execve(_PATH_BSHELL, arguments, env);
}

static int try(const char *path, char *const argv[], char *const env[])
{
    execve(path, argv, env);
    if (errno == ENOEXEC)
        as_script(path, argv, env);
    return -1;
}

int execvpe(const char *file, char *const argv[], char *const env[])
{
    if (!*file) {
        errno = ENOENT;
        return -1;
    }
    if (strchr(file, '/'))
        return try(file, argv, env);
    size_t length = strnlen(file, NAME_MAX + 1);
    if (length > NAME_MAX) {
        errno = ENAMETOOLONG;
        return -1;
    }
    const char *folders = getenv("PATH");
    if (!folders)
        folders = "/bin:/usr/bin";
    int refused = 0;
    for (const char *at = folders;; at++) {
        size_t folder = strcspn(at, ":");
        char path[PATH_MAX + NAME_MAX + 2];
        if (folder < PATH_MAX) {
            memcpy(path, at, folder);
            // An empty folder is the current one.
            path[folder] = '/';
            memcpy(path + folder + (folder > 0), file, length + 1);
            try(path, argv, env);
            switch (errno) {
            case EACCES:
                refused = 1;
                break;
            case ENOENT: case ESTALE: case ENOTDIR: case ENODEV: case ETIMEDOUT:
                break;
            default:
                return -1;
            }
        }
        at += folder;
        if (!*at)
            break;
    }
    if (refused)
        errno = EACCES;
    return -1;
}

int execvp(const char *file, char *const argv[]) { return execvpe(file, argv, environ); }

int execlp(const char *file, const char *first, ...)
{
    va_list arguments;
    size_t count = 1;
    va_start(arguments, first);
    for (const char *at = first; at; at = va_arg(arguments, const char *))
        count++;
    va_end(arguments);
    char *argv[count];
    argv[0] = (char *)first;
    va_start(arguments, first);
    for (size_t i = 1; i < count; i++)
        argv[i] = va_arg(arguments, char *);
    va_end(arguments);
    return execvpe(file, argv, environ);
}
