// <shadow.h>: the lock of all programs that change /etc/passwd and /etc/shadow. Source: lckpwdf(3).
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <time.h>
#include <unistd.h>

enum { seconds_to_wait = 15, pauses_per_second = 100 };
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static int held = -1;

/// Waits for the record lock without SIGALRM, so that the program's own alarm and handler stay as they are.
static int wait_for(int fd)
{
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    const struct timespec pause = {0, 1000000000 / pauses_per_second};
    for (int left = seconds_to_wait * pauses_per_second; ; left--) {
        if (fcntl(fd, F_SETLK, &whole) == 0) return 0;
        if (errno != EAGAIN && errno != EACCES) return -1;
        if (left == 0) {
            errno = EINTR;
            return -1;
        }
        nanosleep(&pause, NULL);
    }
}

/// Takes the lock, and waits 15 seconds for it where another process has it. 0, or -1: this process has it already (errno is not
/// changed), it did not come free (EINTR), or the file /etc/.pwd.lock cannot be written.
int lckpwdf(void)
{
    int result = -1, cancelling;
    // A cancelled thread must not keep the lock.
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancelling);
    pthread_mutex_lock(&guard);
    if (held < 0) {
        int saved = errno, fd = open("/etc/.pwd.lock", O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        if (fd >= 0 && wait_for(fd) == 0) {
            held = fd;
            errno = saved;
            result = 0;
        } else if (fd >= 0) {
            saved = errno;
            close(fd);
            errno = saved;
        }
    }
    pthread_mutex_unlock(&guard);
    pthread_setcancelstate(cancelling, NULL);
    return result;
}

/// Gives the lock back. 0, or -1 where this process does not have it.
int ulckpwdf(void)
{
    int cancelling;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancelling);
    pthread_mutex_lock(&guard);
    int result = held < 0 ? -1 : close(held);
    held = -1;
    pthread_mutex_unlock(&guard);
    pthread_setcancelstate(cancelling, NULL);
    return result;
}
