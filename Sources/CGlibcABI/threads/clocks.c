#include "clocks.h"

enum { NANOSECONDS = 1000000000 };

int glibc_compat_is_wait_clock(clockid_t clock)
{
    return clock == CLOCK_REALTIME || clock == CLOCK_MONOTONIC;
}

void glibc_compat_convert_deadline(clockid_t from, const struct timespec *deadline, clockid_t to, struct timespec *result)
{
    struct timespec now_from, now_to;
    clock_gettime(from, &now_from);
    clock_gettime(to, &now_to);
    long long seconds;
    if (__builtin_sub_overflow((long long)deadline->tv_sec, (long long)now_from.tv_sec, &seconds) ||
        __builtin_add_overflow(seconds, (long long)now_to.tv_sec, &seconds)) {
        // Beyond what the clock can show: in the past or never, whichever the deadline meant.
        result->tv_sec = deadline->tv_sec < 0 ? 0 : 0x7fffffffffffffff;
        result->tv_nsec = 0;
        return;
    }
    long nanoseconds = deadline->tv_nsec - now_from.tv_nsec + now_to.tv_nsec;
    if (nanoseconds < 0) {
        nanoseconds += NANOSECONDS;
        seconds--;
    } else if (nanoseconds >= NANOSECONDS) {
        nanoseconds -= NANOSECONDS;
        seconds++;
    }
    result->tv_sec = seconds < 0 ? 0 : seconds;
    result->tv_nsec = nanoseconds;
}

int glibc_compat_deadline_passed(clockid_t clock, const struct timespec *deadline)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec > deadline->tv_sec || (now.tv_sec == deadline->tv_sec && now.tv_nsec >= deadline->tv_nsec);
}
