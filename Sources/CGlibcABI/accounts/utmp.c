// <utmp.h> and <utmpx.h>: who is logged in. musl has stubs only, and a larger record.
//
// In C for fcntl's locks. Source: getutent(3), utmpname(3), glibc's file names and record (utmp(5)).
#include "glibc-compat/utmp.h"
#include "not-cancelled.h"
#include "utmp-file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { RUN_LEVEL = 1, OLD_TIME = 4, INIT_PROCESS = 5, LOGIN_PROCESS = 6, USER_PROCESS = 7, DEAD_PROCESS = 8 };
enum { RECORD = sizeof(struct glibc_utmp) };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static const char *name = "/var/run/utmp";
static int file = -1;
static bool writable;
static off_t position;
static struct glibc_utmp current, shown;

/// The lock on a whole file; another holder gets ten seconds to let go, as on glibc.
bool glibc_compat_lock_records(int fd, short kind)
{
    struct flock lock = {.l_type = kind, .l_whence = SEEK_SET};
    for (int tries = 0; fcntl(fd, F_SETLK, &lock) != 0; tries++) {
        if ((errno != EACCES && errno != EAGAIN && errno != EINTR) || tries == 1000)
            return false;
        nanosleep(&(struct timespec){.tv_nsec = 10000000}, NULL);
    }
    return true;
}

static void close_file(void)
{
    if (file >= 0)
        close(file);
    file = -1;
    position = 0;
    current.type = -1;
}

static bool open_file(bool for_writing)
{
    if (file >= 0 && (writable || !for_writing))
        return true;
    off_t kept = position;
    struct glibc_utmp last = current;
    bool again = file >= 0;
    int fd = open(name, (for_writing ? O_RDWR : O_RDONLY) | O_CLOEXEC);
    if (fd < 0)
        return false;
    close_file();
    file = fd;
    writable = for_writing;
    if (again)
        position = kept, current = last;
    return true;
}

static bool next_record(void)
{
    ssize_t got = pread(file, &current, RECORD, position);
    if (got != RECORD) {
        if (got >= 0)
            errno = 0;
        current.type = -1;
        return false;
    }
    position += RECORD;
    return true;
}

static bool same_id(const struct glibc_utmp *a, const struct glibc_utmp *b)
{
    if (b->type >= RUN_LEVEL && b->type <= OLD_TIME)
        return a->type == b->type;
    bool processes = a->type >= INIT_PROCESS && a->type <= DEAD_PROCESS && b->type >= INIT_PROCESS && b->type <= DEAD_PROCESS;
    return processes && (a->id[0] && b->id[0] ? !strncmp(a->id, b->id, sizeof a->id) : !strncmp(a->line, b->line, sizeof a->line));
}

static bool same_line(const struct glibc_utmp *a, const struct glibc_utmp *b)
{
    return (a->type == USER_PROCESS || a->type == LOGIN_PROCESS) && !strncmp(a->line, b->line, sizeof a->line);
}

/// Reads until a record matches; `same` NULL takes any. The read lock keeps a writer from changing a record meanwhile.
static int find(const struct glibc_utmp *wanted, bool (*same)(const struct glibc_utmp *, const struct glibc_utmp *),
                struct glibc_utmp *buffer, struct glibc_utmp **result)
{
    bool found = false;
    *result = NULL;
    int before = take_lock(&mutex);
    if (open_file(false) && glibc_compat_lock_records(file, F_RDLCK)) {
        while ((found = next_record()) && same && !same(&current, wanted)) {}
        if (!found && same && errno == 0)
            errno = ESRCH;
        glibc_compat_lock_records(file, F_UNLCK);
    }
    if (found) {
        *buffer = current;
        *result = buffer;
    }
    give_lock(&mutex, before);
    return found ? 0 : -1;
}

int getutent_r(struct glibc_utmp *buffer, struct glibc_utmp **result) { return find(NULL, NULL, buffer, result); }

int getutid_r(const struct glibc_utmp *wanted, struct glibc_utmp *buffer, struct glibc_utmp **result)
{
    if (wanted->type < RUN_LEVEL || wanted->type > DEAD_PROCESS) {
        errno = EINVAL;
        *result = NULL;
        return -1;
    }
    return find(wanted, same_id, buffer, result);
}

int getutline_r(const struct glibc_utmp *wanted, struct glibc_utmp *buffer, struct glibc_utmp **result)
{
    return find(wanted, same_line, buffer, result);
}

struct glibc_utmp *getutent(void)
{
    struct glibc_utmp *result;
    return getutent_r(&shown, &result) == 0 ? result : NULL;
}

struct glibc_utmp *getutid(const struct glibc_utmp *wanted)
{
    struct glibc_utmp *result;
    return getutid_r(wanted, &shown, &result) == 0 ? result : NULL;
}

struct glibc_utmp *getutline(const struct glibc_utmp *wanted)
{
    struct glibc_utmp *result;
    return getutline_r(wanted, &shown, &result) == 0 ? result : NULL;
}

void setutent(void)
{
    int before = take_lock(&mutex);
    close_file();
    open_file(false);
    give_lock(&mutex, before);
}

void endutent(void)
{
    int before = take_lock(&mutex);
    close_file();
    give_lock(&mutex, before);
}

int utmpname(const char *path)
{
    static char *mine;
    char *copy = strdup(path);
    if (!copy)
        return -1;
    int before = take_lock(&mutex);
    close_file();
    free(mine);
    name = mine = copy;
    give_lock(&mutex, before);
    return 0;
}

/// Writes over the record with the same id, the one read last first of all, or behind the last one.
struct glibc_utmp *pututline(const struct glibc_utmp *record)
{
    struct glibc_utmp copy = *record, *result = NULL;
    int before = take_lock(&mutex);
    if (open_file(true) && glibc_compat_lock_records(file, F_WRLCK)) {
        bool found = position >= RECORD && same_id(&current, &copy);
        if (!found)
            while ((found = next_record()) && !same_id(&current, &copy)) {}
        off_t at = position - RECORD;
        if (!found) {
            // Half a record at the end is the rest of a write that was cut off.
            off_t end = lseek(file, 0, SEEK_END);
            at = end - end % RECORD;
        }
        if (pwrite(file, &copy, RECORD, at) == RECORD) {
            position = at + RECORD;
            current = copy;
            shown = copy;
            result = &shown;
        } else if (!found) {
            (void)!ftruncate(file, at);
        }
        glibc_compat_lock_records(file, F_UNLCK);
    }
    give_lock(&mutex, before);
    return result;
}

/// Appends a record to a history file.
void updwtmp(const char *path, const struct glibc_utmp *record)
{
    int before = hold_cancellation();
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd >= 0 && glibc_compat_lock_records(fd, F_WRLCK)) {
        off_t end = lseek(fd, 0, SEEK_END);
        end -= end % RECORD;
        if (pwrite(fd, record, RECORD, end) != RECORD)
            (void)!ftruncate(fd, end);
    }
    if (fd >= 0)
        close(fd);
    release_cancellation(before);
}

void getutmp(const struct glibc_utmp *from, struct glibc_utmp *to) { *to = *from; }
void getutmpx(const struct glibc_utmp *from, struct glibc_utmp *to) { *to = *from; }
