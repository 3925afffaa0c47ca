// runner: for each line of standard input, a command in words, runs it in the root that it stands in and prints
// `STATUS ELAPSED PROCESSOR LAST`: milliseconds, processor time with that of all children, and the last line of its output.
//
// Linked statically, so that the same code does the measuring in both roots.
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double used(void)
{
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

/// Reads the output to its end; what is kept of it is the last line.
static void drain(int from, char *last, size_t room)
{
    static char buffer[1 << 16];
    size_t have = 0;
    for (ssize_t got; (got = read(from, buffer + have, sizeof buffer - have)) > 0;) {
        have += got;
        if (have > sizeof buffer / 2) {
            memmove(buffer, buffer + have - room, room);
            have = room;
        }
    }
    while (have > 0 && buffer[have - 1] == '\n')
        have--;
    size_t start = have;
    while (start > 0 && buffer[start - 1] != '\n' && have - start + 1 < room)
        start--;
    memcpy(last, buffer + start, have - start);
    last[have - start] = 0;
}

int main(void)
{
    char line[4096], last[256];
    setvbuf(stdout, NULL, _IOLBF, 0);
    while (fgets(line, sizeof line, stdin)) {
        char *words[64];
        int count = 0, ends[2], status = -1;
        for (char *word = strtok(line, " \n"); word && count < 63; word = strtok(NULL, " \n"))
            words[count++] = word;
        words[count] = NULL;
        if (count == 0 || pipe2(ends, O_CLOEXEC) != 0)
            return 1;
        double start = now(), before = used();
        pid_t child = vfork();
        if (child == 0) {
            dup2(ends[1], 1);
            execvp(words[0], words);
            _exit(127);
        }
        close(ends[1]);
        drain(ends[0], last, sizeof last);
        close(ends[0]);
        waitpid(child, &status, 0);
        printf("%d %.3f %.3f %s\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), now() - start, used() - before, last);
    }
    return 0;
}
