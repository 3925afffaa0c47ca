// posix_spawn does its file actions in order and reports what the child met.
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;
static posix_spawn_file_actions_t actions;

static void run(const char *title, const char *script)
{
    pid_t child = -5;
    int status = 0;
    char *arguments[] = {"sh", "-c", (char *)script, NULL};
    fflush(stdout);
    errno = 77;
    int result = posix_spawn(&child, "/bin/sh", &actions, NULL, arguments, environ);
    int kept = strcmp(title, "plain") || errno == 77;   // on glibc the child's errors show in errno
    if (!result)
        waitpid(child, &status, 0);
    printf("%s: %d, status %x, errno kept %d, no child left %d\n", title, result, status, kept, waitpid(-1, NULL, 0) < 0 && errno == ECHILD);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawn_file_actions_init(&actions);
}

int main(void)
{
    posix_spawn_file_actions_init(&actions);
    run("plain", "exit 3");
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    int beyond = (int)limit.rlim_cur;
    printf("bad: %d %d %d %d %d %d %d %d %d\n", posix_spawn_file_actions_addclose(&actions, -1), posix_spawn_file_actions_addclose(&actions, beyond),
           posix_spawn_file_actions_adddup2(&actions, -1, 1), posix_spawn_file_actions_adddup2(&actions, 1, beyond),
           posix_spawn_file_actions_addopen(&actions, -1, "x", 0, 0), posix_spawn_file_actions_addfchdir_np(&actions, -1),
           posix_spawn_file_actions_addclosefrom_np(&actions, -1), posix_spawn_file_actions_addtcsetpgrp_np(&actions, -1),
           posix_spawn_file_actions_addclosefrom_np(&actions, beyond - 1));
    run("closefrom a high one", "exit 0");

    posix_spawn_file_actions_addopen(&actions, 1, "out", O_CREAT | O_WRONLY | O_TRUNC, 0640);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    run("open and dup2", "echo to 1; echo to 2 >&2");
    struct stat info;
    stat("out", &info);
    char text[100] = "";
    int file = open("out", O_RDONLY);
    printf("%zd %s%o\n", read(file, text, 99), text, info.st_mode & 0777);
    close(file);

    mkdir("folder", 0755);
    int folder = open("folder", O_RDONLY);
    char name[] = "folder";
    posix_spawn_file_actions_addchdir_np(&actions, name);
    strcpy(name, "gone");                       // the list has its own copy
    run("chdir", "case $PWD in */folder) exit 4;; esac");
    posix_spawn_file_actions_addfchdir_np(&actions, folder);
    run("fchdir", "case $PWD in */folder) exit 5;; esac");
    posix_spawn_file_actions_addchdir_np(&actions, "absent");
    run("chdir fails", "exit 1");
    posix_spawn_file_actions_addfchdir_np(&actions, 700);
    run("fchdir fails", "exit 1");

    dup2(1, 50), dup2(1, 60), fcntl(60, F_SETFD, FD_CLOEXEC);
    run("inherited", "test -e /proc/self/fd/50 && ! test -e /proc/self/fd/60 && exit 6");
    posix_spawn_file_actions_adddup2(&actions, 60, 60);
    run("dup2 to itself", "test -e /proc/self/fd/60 && exit 7");
    posix_spawn_file_actions_adddup2(&actions, 61, 61);
    run("dup2 of a closed one", "exit 1");
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    posix_spawn_file_actions_addopen(&actions, 9, "/dev/null", O_RDONLY, 0);
    run("closefrom", "! test -e /proc/self/fd/50 && ! test -e /proc/self/fd/5 && test -e /proc/self/fd/9 && exit 8");
    posix_spawn_file_actions_addclose(&actions, 50);
    posix_spawn_file_actions_addclose(&actions, 51);
    run("close, one of them closed", "! test -e /proc/self/fd/50 && exit 9");
    posix_spawn_file_actions_addopen(&actions, 0, "absent", O_RDONLY, 0);
    run("open fails", "exit 1");
    posix_spawn_file_actions_addtcsetpgrp_np(&actions, 0);
    run("no terminal", "exit 1");
    for (int i = 0; i < 100; i++)
        posix_spawn_file_actions_adddup2(&actions, 50, 100 + i);
    run("many", "test -e /proc/self/fd/199 && exit 10");

    char *arguments[] = {"true", NULL};
    pid_t child = -5;
    printf("absent %d", posix_spawn(&child, "/absent", NULL, NULL, arguments, environ));
    printf(" folder %d", posix_spawn(&child, "/", NULL, NULL, arguments, environ));
    printf(" by name without PATH %d", posix_spawn(&child, "true", NULL, NULL, arguments, environ));
    printf(" number %d\n", child);
    return 0;
}
