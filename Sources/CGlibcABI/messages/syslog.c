// <syslog.h>: messages to the system's log. musl's are cut after 1024 bytes, with the time of Greenwich. Source: syslog(3), RFC 3164.
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <syslog.h>
#include <time.h>
#include <unistd.h>

static struct { const char *tag; int options, facility, mask, fd, kind; } state = {NULL, 0, LOG_USER, 0xff, -1, SOCK_DGRAM};
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;

/// Locks, and puts a cancellation off until the lock is given back: a cancelled thread must not keep it. What the state was.
static int lock(void)
{
    int cancelling;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancelling);
    pthread_mutex_lock(&guard);
    return cancelling;
}

static void unlock(int cancelling)
{
    pthread_mutex_unlock(&guard);
    pthread_setcancelstate(cancelling, NULL);
}

static void disconnect(void)
{
    if (state.fd >= 0) close(state.fd);
    state.fd = -1;
}

/// Connects to the log's server, which takes datagrams, or a stream with a zero byte behind each message.
static int connect_server(void)
{
    const struct sockaddr_un server = {AF_UNIX, "/dev/log"};
    for (int tries = 0; state.fd < 0 && tries < 2; tries++) {
        int fd = socket(AF_UNIX, state.kind | SOCK_CLOEXEC, 0);
        if (fd < 0) break;
        if (connect(fd, (const struct sockaddr *)&server, sizeof server) == 0) {
            state.fd = fd;
            break;
        }
        int error = errno;
        close(fd);
        if (error != EPROTOTYPE) break;
        state.kind = state.kind == SOCK_DGRAM ? SOCK_STREAM : SOCK_DGRAM;
    }
    return state.fd < 0 ? -1 : 0;
}

static int send_line(const char *line, size_t size)
{
    // A server that went away is looked for once more.
    for (int tries = 0; tries < 2; tries++) {
        if (connect_server() == 0 && send(state.fd, line, size + (state.kind == SOCK_STREAM), MSG_NOSIGNAL) >= 0) return 0;
        disconnect();
    }
    return -1;
}

static void deliver(int priority, const char *text, size_t size)
{
    static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    time_t now = time(NULL);
    struct tm local = {0};
    char number[16] = "", *line = NULL;
    int head = 0;
    localtime_r(&now, &local);
    if (state.options & LOG_PID) snprintf(number, sizeof number, "[%d]", (int)getpid());
    int length = asprintf(&line, "<%d>%s %2d %02d:%02d:%02d %n%s%s: %s", priority, months[local.tm_mon % 12], local.tm_mday, local.tm_hour,
                          local.tm_min, local.tm_sec, &head, state.tag ? state.tag : program_invocation_short_name, number, text);
    if (length < 0) return;
    if (state.options & LOG_PERROR) {
        struct iovec parts[2] = {{line + head, (size_t)(length - head)}, {(char *)"\n", size == 0 || text[size - 1] != '\n'}};
        if (writev(STDERR_FILENO, parts, 2) < 0) { /* there is nobody to tell */ }
    }
    if (send_line(line, (size_t)length) < 0 && state.options & LOG_CONS) {
        int console = open("/dev/console", O_WRONLY | O_NOCTTY | O_CLOEXEC);
        if (console >= 0) {
            dprintf(console, "%s\r\n", line + head);
            close(console);
        }
    }
    free(line);
}

/// Sends a formatted line to the system's log, if the mask lets its priority through. %m is the text of errno, which stays.
void vsyslog(int priority, const char *format, va_list arguments)
{
    int saved = errno;
    char *text = NULL;
    if (priority & ~(LOG_PRIMASK | LOG_FACMASK)) {
        syslog(LOG_ERR | LOG_CONS | LOG_PERROR | LOG_PID, "syslog: unknown facility/priority: %x", (unsigned)priority);
        priority &= LOG_PRIMASK | LOG_FACMASK;
        errno = saved;
    }
    int cancelling = lock();
    if (state.mask & LOG_MASK(LOG_PRI(priority))) {
        int size = vasprintf(&text, format, arguments);
        if (size >= 0) deliver(priority & LOG_FACMASK ? priority : priority | state.facility, text, (size_t)size);
        free(text);
    }
    unlock(cancelling);
    errno = saved;
}

void syslog(int priority, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsyslog(priority, format, arguments);
    va_end(arguments);
}

/// Names what stands in front of each message (NULL keeps it), how messages are sent, and whose they are where they do not say.
void openlog(const char *tag, int options, int facility)
{
    int cancelling = lock();
    if (tag) state.tag = tag;
    state.options = options;
    if (!(facility & ~LOG_FACMASK)) state.facility = facility;
    if (options & LOG_NDELAY) connect_server();
    unlock(cancelling);
}

/// Closes the connection and forgets the name; options, facility and mask stay.
void closelog(void)
{
    int cancelling = lock();
    disconnect();
    state.tag = NULL;
    state.kind = SOCK_DGRAM;
    unlock(cancelling);
}

/// Which priorities are sent from now on; 0 changes nothing. The mask before.
int setlogmask(int mask)
{
    int cancelling = lock();
    int before = state.mask;
    if (mask) state.mask = mask;
    unlock(cancelling);
    return before;
}
