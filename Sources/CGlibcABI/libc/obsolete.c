// Functions that glibc keeps for old programs. Each does or refuses what glibc's does.
#include <errno.h>
#include <stdio.h>
#include <stddef.h>
#include <sys/time.h>
#include <signal.h>
#include <time.h>

/// tmpnam with memory of the caller's; NULL gives NULL. Source: tmpnam_r(3).
char *tmpnam_r(char *to) { return to ? tmpnam(to) : NULL; }

/// The kernel has no such limits. Source: glibc's stub.
int vlimit(int resource, int value)
{
    (void)resource, (void)value;
    errno = ENOSYS;
    return -1;
}

/// Reading a date by the templates of DATEMSK into the caller's structure. Source: getdate(3).
int getdate_r(const char *text, struct tm *result)
{
    struct tm *found = getdate(text);
    if (!found)
        return getdate_err;
    *result = *found;
    return 0;
}

static struct { unsigned short *counters; size_t size, offset; unsigned scale; struct sigaction action; struct itimerval timer; } profile;

static void count(int number, siginfo_t *information, void *context)
{
    (void)number, (void)information;
#if defined __x86_64__
    // The interrupted instruction: the seventeenth general register of the context that the kernel passes.
    size_t at = (size_t)((ucontext_t *)context)->uc_mcontext.gregs[16];
    if (at < profile.offset)
        return;
    size_t distance = (at - profile.offset) / 2, index = distance / 65536 * profile.scale + distance % 65536 * profile.scale / 65536;
    if (index < profile.size / sizeof(short))
        profile.counters[index]++;
#else
    (void)context;
#endif
}

/// Counts where the program spends its time, a hundred times a second; NULL stops. Source: profil(3).
int profil(unsigned short *counters, size_t size, size_t offset, unsigned scale)
{
    if (profile.counters) {
        setitimer(ITIMER_PROF, &profile.timer, NULL);
        sigaction(SIGPROF, &profile.action, NULL);
        profile.counters = NULL;
    }
    if (!counters)
        return 0;
    profile.size = size, profile.offset = offset, profile.scale = scale, profile.counters = counters;
    struct sigaction action = {.sa_sigaction = count, .sa_flags = SA_RESTART | SA_SIGINFO};
    sigfillset(&action.sa_mask);
    struct itimerval timer = {{0, 10000}, {0, 10000}};
    return sigaction(SIGPROF, &action, &profile.action) < 0 ? -1 : setitimer(ITIMER_PROF, &timer, &profile.timer);
}
