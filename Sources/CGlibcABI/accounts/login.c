// <utmp.h>: the calls that programs which log users in make. Source: login(3), logwtmp(3), glibc's file names.
#include "glibc-compat/utmp.h"
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

enum { USER_PROCESS = 7, DEAD_PROCESS = 8 };
static const char history[] = "/var/log/wtmp", present[] = "/var/run/utmp";

struct glibc_utmp *getutline(const struct glibc_utmp *);
struct glibc_utmp *pututline(const struct glibc_utmp *);
int utmpname(const char *);
void setutent(void), endutent(void), updwtmp(const char *, const struct glibc_utmp *);

static void stamp(struct glibc_utmp *record)
{
    struct timeval now;
    gettimeofday(&now, NULL);
    record->seconds = (int32_t)now.tv_sec;
    record->microseconds = (int32_t)now.tv_usec;
}

static void copy(char *to, const char *from, size_t size) { memcpy(to, from, strnlen(from, size)); }

/// The terminal without /dev/, of the first standard descriptor that is one.
static const char *terminal(char *buffer, size_t size)
{
    for (int fd = 0; fd < 3; fd++)
        if (ttyname_r(fd, buffer, size) == 0)
            return strncmp(buffer, "/dev/", 5) == 0 ? buffer + 5 : buffer;
    return NULL;
}

/// Records that a user logged in on the caller's terminal.
void login(const struct glibc_utmp *given)
{
    char buffer[256];
    struct glibc_utmp record = *given;
    record.type = USER_PROCESS;
    record.pid = getpid();
    const char *line = terminal(buffer, sizeof buffer);
    memset(record.line, 0, sizeof record.line);
    copy(record.line, line ? line : "???", sizeof record.line);
    // Whatever file the program named before, these two mean the system's.
    if (line && utmpname(present) == 0) {
        setutent();
        pututline(&record);
        endutent();
    }
    updwtmp(history, &record);
}

/// Records that nobody is logged in on a line any more: 1, or 0 where nobody was.
int logout(const char *line)
{
    struct glibc_utmp wanted = {.type = USER_PROCESS}, *found;
    int done = 0;
    copy(wanted.line, line, sizeof wanted.line);
    if (utmpname(present) != 0)
        return 0;
    setutent();
    if ((found = getutline(&wanted))) {
        struct glibc_utmp record = *found;
        memset(record.user, 0, sizeof record.user);
        memset(record.host, 0, sizeof record.host);
        record.type = DEAD_PROCESS;
        stamp(&record);
        done = pututline(&record) != NULL;
    }
    endutent();
    return done;
}

/// Appends a login, or without a user's name a logout, to the history.
void logwtmp(const char *line, const char *user, const char *host)
{
    struct glibc_utmp record = {.type = *user ? USER_PROCESS : DEAD_PROCESS, .pid = getpid()};
    copy(record.line, line, sizeof record.line);
    copy(record.user, user, sizeof record.user);
    copy(record.host, host, sizeof record.host);
    stamp(&record);
    updwtmp(history, &record);
}
