// <sys/profil.h>: counting where a program spends its time. Source: profil(3), sprofil(3), glibc's <sys/profil.h>.
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <ucontext.h>

/// glibc's struct prof: counters for addresses from `offset` on, of which each stands for 65536 * 2 / scale bytes.
struct range { void *counters; size_t size, offset; unsigned long scale; };
enum { WIDE = 1 };

static struct { struct range *ranges; int count; unsigned flags; struct sigaction action; struct itimerval timer; } profile;

/// Counts an address in a range, 0 where it lies outside. The scale is a fraction of 65536 for counters of 16 bits.
static int hit(const struct range *r, size_t address)
{
    if (address < r->offset) return 0;
    size_t size = profile.flags & WIDE ? sizeof(unsigned) : sizeof(unsigned short), distance = (address - r->offset) / size;
    size_t index = distance / 65536 * r->scale + distance % 65536 * r->scale / 65536;
    if (index >= r->size / size) return 0;
    if (size == sizeof(unsigned)) {
        unsigned *counter = (unsigned *)r->counters + index;
        if (*counter != UINT_MAX) ++*counter;
    } else {
        unsigned short *counter = (unsigned short *)r->counters + index;
        if (*counter != USHRT_MAX) ++*counter;
    }
    return 1;
}

static void count(int number, siginfo_t *information, void *context)
{
    (void)number, (void)information;
#if defined __x86_64__
    // The interrupted instruction: the seventeenth general register of the context that the kernel passes.
    size_t at = (size_t)((ucontext_t *)context)->uc_mcontext.gregs[16];
    const struct range *rest = NULL;
    for (int i = 0; i < profile.count; i++) {
        // A range from 0 with scale 2 is for everything that no other has.
        if (profile.ranges[i].offset == 0 && profile.ranges[i].scale == 2) rest = &profile.ranges[i];
        else if (hit(&profile.ranges[i], at)) return;
    }
    if (rest) hit(rest, 0);
#else
    (void)context;
#endif
}

/// Counts in several ranges until it is called with none; `tick` receives the time between two counts. 0, or -1 and errno.
int sprofil(struct range *ranges, int range_count, struct timeval *tick, unsigned flags)
{
    if (profile.ranges) {
        setitimer(ITIMER_PROF, &profile.timer, NULL);
        sigaction(SIGPROF, &profile.action, NULL);
        free(profile.ranges);
        profile.ranges = NULL, profile.count = 0;
    }
    if (tick) *tick = (struct timeval){0, 10000};
    if (range_count <= 0) return 0;
    profile.ranges = reallocarray(NULL, (size_t)range_count, sizeof *ranges);
    if (!profile.ranges) return -1;
    memcpy(profile.ranges, ranges, (size_t)range_count * sizeof *ranges);
    profile.count = range_count, profile.flags = flags;
    struct sigaction action = {.sa_sigaction = count, .sa_flags = SA_RESTART | SA_SIGINFO};
    sigfillset(&action.sa_mask);
    struct itimerval timer = {{0, 10000}, {0, 10000}};
    return sigaction(SIGPROF, &action, &profile.action) < 0 ? -1 : setitimer(ITIMER_PROF, &timer, &profile.timer);
}

/// Counts where the program spends its time, a hundred times a second; NULL stops.
int profil(unsigned short *counters, size_t size, size_t offset, unsigned scale)
{
    struct range one = {counters, size, offset, scale};
    return sprofil(&one, counters != NULL, NULL, 0);
}
