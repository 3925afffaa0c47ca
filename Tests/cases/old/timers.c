// Timers of 2.2.5 are small integers
// flags: -lrt
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "versions.h"
OLD(int, timer_create, "2.2.5", (clockid_t, struct sigevent *, int *));
OLD(int, timer_delete, "2.2.5", (int));
OLD(int, timer_getoverrun, "2.2.5", (int));
OLD(int, timer_gettime, "2.2.5", (int, struct itimerspec *));
OLD(int, timer_settime, "2.2.5", (int, int, const struct itimerspec *, struct itimerspec *));

static volatile sig_atomic_t rang;
static void ring(int number) { rang = number; }

int main(void)
{
    signal(SIGUSR1, ring);
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGUSR1};
    // glibc's table takes the kernel's timer 0 for an empty place: spend that number on another timer.
    timer_t spent;
    printf("%d\n", timer_create(CLOCK_MONOTONIC, &event, &spent));
    struct { int timer; int after; } a = {-1, 4711}, b = {-1, 4711};
    printf("%d\n", timer_create_old(CLOCK_MONOTONIC, &event, &a.timer));
    printf("%d\n", timer_create_old(CLOCK_MONOTONIC, &event, &b.timer));
    printf("%d %d %d %d\n", a.timer, b.timer, a.after, b.after);
    struct itimerspec soon = {.it_value.tv_nsec = 1000000}, now;
    printf("%d\n", timer_settime_old(a.timer, 0, &soon, NULL));
    while (!rang) usleep(1000);
    printf("%d %d\n", rang == SIGUSR1, timer_getoverrun_old(a.timer));
    struct itimerspec late = {.it_value.tv_sec = 1000};
    printf("%d", timer_settime_old(b.timer, 0, &late, NULL));
    int told = timer_gettime_old(b.timer, &now);
    printf(" %d %d\n", told, now.it_value.tv_sec > 900);
    printf("%d\n", timer_delete_old(a.timer));
    int again = -1;
    int result = timer_create_old(CLOCK_REALTIME, &event, &again);
    printf("%d %d\n", result, again);
    printf("%d %d\n", timer_delete_old(again), timer_delete_old(b.timer));
    printf("%d", timer_create_old(-77, &event, &again));
    printf(" %d\n", errno);
}
