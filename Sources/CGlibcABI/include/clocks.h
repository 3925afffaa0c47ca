// Deadlines of one clock as deadlines of another, for the functions of glibc that take a clock where musl's take none.
#pragma once
#include <time.h>

/// Whether glibc lets a wait name this clock: CLOCK_REALTIME and CLOCK_MONOTONIC only.
int glibc_compat_is_wait_clock(clockid_t clock);

/// What `deadline`, absolute on `from`, is on `to` as the two clocks stand now. musl turns an absolute deadline into a relative one once,
/// before it sleeps, so a clock that is set meanwhile does not move the result.
void glibc_compat_convert_deadline(clockid_t from, const struct timespec *deadline, clockid_t to, struct timespec *result);

/// Whether `deadline` of `clock` has passed.
int glibc_compat_deadline_passed(clockid_t clock, const struct timespec *deadline);
