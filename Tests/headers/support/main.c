// Runs the entries of one header, each in a process and a directory of its own, and prints what each said, what it wrote to its standard
// streams, and how it ended. Arguments: titles of entries to run; without any, all.
#include "observe.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern int observe_log;
// Not stdout: the entries get that one as the process began with it.
static FILE *report;
enum { limit_in_seconds = 20 };

static int open_part(const char *name)
{
    int fd = open(name, O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0) { perror(name); exit(98); }
    return fd;
}

/// The lines of a file, behind a mark; bytes that are no printable ASCII are escaped. The file may have holes: seeking is the entry's right.
static void print_part(const char *mark, int fd, int escape)
{
    char buffer[4096];
    ssize_t got;
    int at_start = 1;
    for (off_t at = 0; (got = pread(fd, buffer, sizeof buffer, at)) > 0; at += got)
        for (ssize_t i = 0; i < got; i++) {
            unsigned char c = buffer[i];
            if (at_start) fputs(mark, report);
            at_start = c == '\n';
            if (escape && c != '\n' && (c < ' ' || c > 126)) fprintf(report, "\\x%02x", c);
            else putc(c, report);
        }
    if (!at_start) fputs(escape ? "<no newline>\n" : "\n", report);
    close(fd);
}

static void run(const struct observe_entry *entry, int out, int err, int log, const char *directory)
{
    setpgid(0, 0);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    struct rlimit no_core = {0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    // Out of the way of entries that look at descriptors: those get 3 and above.
    observe_log = fcntl(log, F_DUPFD_CLOEXEC, 100);
    int in = open("/dev/null", O_RDONLY);
    dup2(in, 0), dup2(out, 1), dup2(err, 2);
    for (int fd = 3; fd < 100; fd++) close(fd);
    if (chdir(directory) < 0) _exit(98);
    entry->run();
    exit(0);
}

static int wanted(const char *title, char **titles)
{
    if (!*titles) return 1;
    for (; *titles; titles++)
        if (!strcmp(title, *titles)) return 1;
    return 0;
}

int main(int argc, char **argv)
{
    report = fdopen(fcntl(1, F_DUPFD_CLOEXEC, 3), "w");
    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    sigprocmask(SIG_BLOCK, &child, NULL);
    char top[4096], directory[4200];
    if (!getcwd(top, sizeof top)) return 98;
    for (int number = 0; observe_entries[number].title; number++) {
        const struct observe_entry *entry = &observe_entries[number];
        if (!wanted(entry->title, argv + 1)) continue;
        int out = open_part("out"), err = open_part("err"), log = open_part("log");
        snprintf(directory, sizeof directory, "%s/%d", top, number);
        mkdir(directory, 0755);
        fflush(report);
        pid_t pid = fork();
        if (pid == 0) run(entry, out, err, log, directory);
        if (pid < 0) { perror("fork"); return 98; }
        setpgid(pid, pid);
        int status = 0, late = 0;
        while (waitpid(pid, &status, WNOHANG) == 0) {
            struct timespec limit = {limit_in_seconds, 0};
            if (sigtimedwait(&child, NULL, &limit) < 0 && errno == EAGAIN) late = 1, kill(-pid, SIGKILL), waitpid(pid, &status, 0);
            if (late) break;
        }
        kill(-pid, SIGKILL);
        fprintf(report, "== %s\n", entry->title);
        print_part("", log, 0);
        print_part("stdout| ", out, 1);
        print_part("stderr| ", err, 1);
        if (late) fprintf(report, "ended: killed after %d seconds\n", limit_in_seconds);
        else if (WIFSIGNALED(status)) fprintf(report, "ended: signal %s\n", sigabbrev_np(WTERMSIG(status)));
        else if (status) fprintf(report, "ended: status %d\n", WEXITSTATUS(status));
    }
    fflush(report);
    return 0;
}
