// posix_spawn gives the child the attributes asked for: signals, group, session, scheduling; and posix_spawnp looks in PATH.
// flags: -lutil
#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

extern char **environ;
static posix_spawnattr_t attributes;
static char self[4096];

static int run(const char *what)
{
    char *arguments[] = {self, (char *)what, NULL};
    pid_t child;
    int status;
    fflush(stdout);
    int result = posix_spawn(&child, self, NULL, &attributes, arguments, environ);
    if (result)
        return -result;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

static int report(const char *what)
{
    struct sigaction usr1, usr2, hup;
    sigset_t mask;
    sigaction(SIGUSR1, NULL, &usr1), sigaction(SIGUSR2, NULL, &usr2), sigaction(SIGHUP, NULL, &hup);
    sigprocmask(0, NULL, &mask);
    if (!strcmp(what, "signals"))
        return (usr1.sa_handler == SIG_DFL) | (usr2.sa_handler == SIG_IGN) << 1 | (hup.sa_handler == SIG_DFL) << 2
               | sigismember(&mask, SIGTERM) << 3 | sigismember(&mask, SIGINT) << 4;
    if (!strcmp(what, "group"))
        return (getpgrp() == getpid()) | (getpgrp() == getpgid(getppid())) << 1 | (getsid(0) == getpid()) << 2;
    return sched_getscheduler(0);
}

static void handler(int signal) {}

static void folder_of_programs(void)
{
    mkdir("one", 0755), mkdir("two", 0755);
    FILE *file = fopen("one/job", "w");
    fclose(file);                                   // in PATH, but not to be run
    file = fopen("two/job", "w");
    fputs("#!/bin/sh\nexit 21\n", file);
    fclose(file);
    chmod("two/job", 0755);
    file = fopen("two/text", "w");
    fputs("exit 22\n", file);                       // no program: no shell is tried
    fclose(file);
    chmod("two/text", 0755);
}

static void search(const char *path, const char *name)
{
    char *arguments[] = {(char *)name, NULL};
    pid_t child;
    int status = -1;
    if (path) setenv("PATH", path, 1); else unsetenv("PATH");
    int result = posix_spawnp(&child, name, NULL, NULL, arguments, environ);
    if (!result)
        waitpid(child, &status, 0);
    printf("%s in %s: %d, %x\n", name, path ? path : "none", result, status);
}

int main(int count, char **arguments)
{
    if (count > 1)
        return report(arguments[1]);
    self[readlink("/proc/self/exe", self, sizeof self - 1)] = 0;
    posix_spawnattr_init(&attributes);
    short flags = 9;
    sigset_t set, mask;
    posix_spawnattr_getflags(&attributes, &flags);
    printf("flags %d, unknown %d %d\n", flags, posix_spawnattr_setflags(&attributes, 0x1000), posix_spawnattr_setflags(&attributes, 0x80));
    signal(SIGUSR1, handler), signal(SIGUSR2, SIG_IGN), signal(SIGHUP, SIG_IGN);
    sigemptyset(&set), sigaddset(&set, SIGINT);
    sigprocmask(SIG_BLOCK, &set, NULL);
    posix_spawnattr_setflags(&attributes, 0);
    printf("signals %d\n", run("signals"));
    sigemptyset(&set), sigaddset(&set, SIGHUP), posix_spawnattr_setsigdefault(&attributes, &set);
    sigemptyset(&mask), sigaddset(&mask, SIGTERM), posix_spawnattr_setsigmask(&attributes, &mask);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    printf("signals %d\n", run("signals"));
    sigprocmask(0, NULL, &mask);
    printf("own mask %d %d\n", sigismember(&mask, SIGINT), sigismember(&mask, SIGTERM));
    sigset_t got;
    posix_spawnattr_getsigdefault(&attributes, &got), printf("%d", sigismember(&got, SIGHUP));
    posix_spawnattr_getsigmask(&attributes, &got), printf("%d\n", sigismember(&got, SIGTERM));

    posix_spawnattr_setflags(&attributes, 0), printf("group %d\n", run("group"));
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP), printf("group %d\n", run("group"));
    pid_t group = 1;
    posix_spawnattr_getpgroup(&attributes, &group);
    posix_spawnattr_setpgroup(&attributes, 999999), printf("group %d, was %d\n", run("group"), group);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID), printf("session %d\n", run("group"));

    struct sched_param parameters = {.sched_priority = 0};
    int policy;
    printf("policies %d %d %d\n", posix_spawnattr_setschedpolicy(&attributes, SCHED_BATCH), posix_spawnattr_setschedpolicy(&attributes, 99),
           posix_spawnattr_setschedpolicy(&attributes, SCHED_OTHER));
    posix_spawnattr_setschedparam(&attributes, &parameters);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSCHEDULER), printf("scheduler %d\n", run("policy"));
    parameters.sched_priority = 500;
    posix_spawnattr_setschedparam(&attributes, &parameters);
    parameters.sched_priority = 0;
    posix_spawnattr_getschedparam(&attributes, &parameters), posix_spawnattr_getschedpolicy(&attributes, &policy);
    printf("scheduler %d, %d %d\n", run("policy"), policy, parameters.sched_priority);
    printf("destroyed %d\n", posix_spawnattr_destroy(&attributes));

    folder_of_programs();
    search("one:two", "job"), search("one", "job"), search("two", "text"), search("", "two/job"), search(":/absent", "true"), search("two", ""), search(NULL, "true");
    return 0;
}
