// <time.h>: timers as programs from before glibc 2.3.3 know them: `timer_t` is an int, the index of a table of 256.
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <time.h>
#include "old-version.h"

enum { OLD_TIMERS = 256 };
static struct { timer_t timer; char used; } table[OLD_TIMERS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

OLD_VERSION("timer_create@GLIBC_2.2.5") int glibc_compat_timer_create_2_2_5(clockid_t clock, struct sigevent *event, int *timer)
{
    pthread_mutex_lock(&lock);
    int place = 0;
    while (place < OLD_TIMERS && table[place].used)
        place++;
    if (place < OLD_TIMERS)
        table[place].used = 1;
    pthread_mutex_unlock(&lock);
    if (place == OLD_TIMERS) {
        errno = EINVAL;  // what glibc says of a full table
        return -1;
    }
    int result = timer_create(clock, event, &table[place].timer);
    if (result)
        table[place].used = 0;
    else
        *timer = place;
    return result;
}

// Of a number that is no timer's, EINVAL: glibc calls the kernel with whatever its table holds.
static timer_t *find(int timer)
{
    if (timer >= 0 && timer < OLD_TIMERS && table[timer].used)
        return &table[timer].timer;
    errno = EINVAL;
    return NULL;
}

OLD_VERSION("timer_delete@GLIBC_2.2.5") int glibc_compat_timer_delete_2_2_5(int timer)
{
    timer_t *found = find(timer);
    if (!found)
        return -1;
    int result = timer_delete(*found);
    if (!result)
        table[timer].used = 0;
    return result;
}

OLD_VERSION("timer_getoverrun@GLIBC_2.2.5") int glibc_compat_timer_getoverrun_2_2_5(int timer)
{
    timer_t *found = find(timer);
    return found ? timer_getoverrun(*found) : -1;
}

OLD_VERSION("timer_gettime@GLIBC_2.2.5") int glibc_compat_timer_gettime_2_2_5(int timer, struct itimerspec *value)
{
    timer_t *found = find(timer);
    return found ? timer_gettime(*found, value) : -1;
}

OLD_VERSION("timer_settime@GLIBC_2.2.5")
int glibc_compat_timer_settime_2_2_5(int timer, int flags, const struct itimerspec *value, struct itimerspec *old)
{
    timer_t *found = find(timer);
    return found ? timer_settime(*found, flags, value, old) : -1;
}
