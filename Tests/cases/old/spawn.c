// posix_spawn of 2.2.5 runs a script that has no first line for the kernel; today's says ENOEXEC
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "versions.h"
OLD(int, posix_spawn, "2.2.5", (pid_t *, const char *, const posix_spawn_file_actions_t *, const posix_spawnattr_t *, char *const[], char *const[]));
OLD(int, posix_spawnp, "2.2.5", (pid_t *, const char *, const posix_spawn_file_actions_t *, const posix_spawnattr_t *, char *const[], char *const[]));

static void ended(const char *what, int error, pid_t *child)
{
    int status = 0;
    if (!error) waitpid(*child, &status, 0);
    printf("%s: %s, %d\n", what, strerror(error), error ? -1 : WEXITSTATUS(status));
    fflush(stdout);
}

int main(void)
{
    int file = open("script", O_CREAT | O_WRONLY, 0755);
    static const char text[] = "echo \"$# $1 $2\"; exit 7\n";
    if (write(file, text, sizeof text - 1) != sizeof text - 1) return 1;
    close(file);
    char *arguments[] = {"script", "one", "two", NULL}, *alone[] = {"script", NULL}, *environment[] = {"A=b", NULL};
    pid_t child = -1;
    ended("today", posix_spawn(&child, "./script", NULL, NULL, arguments, environment), &child);
    ended("old", posix_spawn_old(&child, "./script", NULL, NULL, arguments, environment), &child);
    ended("old alone", posix_spawn_old(&child, "./script", NULL, NULL, alone, environment), &child);
    ended("missing", posix_spawn_old(&child, "./nothing", NULL, NULL, arguments, environment), &child);
    setenv("PATH", "/nowhere:.", 1);
    ended("path today", posix_spawnp(&child, "script", NULL, NULL, arguments, environment), &child);
    ended("path old", posix_spawnp_old(&child, "script", NULL, NULL, arguments, environment), &child);
    ended("path missing", posix_spawnp_old(&child, "nothing", NULL, NULL, arguments, environment), &child);
}
