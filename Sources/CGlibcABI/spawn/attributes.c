// <spawn.h>: the attributes of a child. Source: posix_spawn(3), POSIX.1-2024 posix_spawnattr_init and its kin.
#include "spawn.h"
#include <errno.h>
#include <sched.h>
#include <string.h>

static struct spawn_attributes *of(const posix_spawnattr_t *object) { return (struct spawn_attributes *)object; }

int posix_spawnattr_init(posix_spawnattr_t *object)
{
    memset(object, 0, sizeof *object);
    return 0;
}

int posix_spawnattr_destroy(posix_spawnattr_t *object)
{
    (void)object;
    return 0;
}

int posix_spawnattr_getflags(const posix_spawnattr_t *restrict object, short *restrict flags)
{
    *flags = of(object)->flags;
    return 0;
}

/// EINVAL for a flag that there is not.
int posix_spawnattr_setflags(posix_spawnattr_t *object, short flags)
{
    if (flags & ~SPAWN_KNOWN)
        return EINVAL;
    of(object)->flags = flags;
    return 0;
}

int posix_spawnattr_getpgroup(const posix_spawnattr_t *restrict object, pid_t *restrict group)
{
    *group = of(object)->group;
    return 0;
}

int posix_spawnattr_setpgroup(posix_spawnattr_t *object, pid_t group)
{
    of(object)->group = group;
    return 0;
}

int posix_spawnattr_getsigdefault(const posix_spawnattr_t *restrict object, sigset_t *restrict set)
{
    *set = of(object)->defaults;
    return 0;
}

int posix_spawnattr_setsigdefault(posix_spawnattr_t *restrict object, const sigset_t *restrict set)
{
    of(object)->defaults = *set;
    return 0;
}

int posix_spawnattr_getsigmask(const posix_spawnattr_t *restrict object, sigset_t *restrict set)
{
    *set = of(object)->mask;
    return 0;
}

int posix_spawnattr_setsigmask(posix_spawnattr_t *restrict object, const sigset_t *restrict set)
{
    of(object)->mask = *set;
    return 0;
}

/// A struct sched_param is one int to glibc; musl's is longer.
int posix_spawnattr_getschedparam(const posix_spawnattr_t *restrict object, struct sched_param *restrict parameters)
{
    memcpy(parameters, &of(object)->priority, sizeof(int));
    return 0;
}

int posix_spawnattr_setschedparam(posix_spawnattr_t *restrict object, const struct sched_param *restrict parameters)
{
    memcpy(&of(object)->priority, parameters, sizeof(int));
    return 0;
}

int posix_spawnattr_getschedpolicy(const posix_spawnattr_t *restrict object, int *restrict policy)
{
    *policy = of(object)->policy;
    return 0;
}

/// EINVAL for a policy that POSIX does not know.
int posix_spawnattr_setschedpolicy(posix_spawnattr_t *object, int policy)
{
    if (policy != SCHED_OTHER && policy != SCHED_FIFO && policy != SCHED_RR)
        return EINVAL;
    of(object)->policy = policy;
    return 0;
}

/// The control group, as a descriptor of its folder, that the child starts in with POSIX_SPAWN_SETCGROUP.
int posix_spawnattr_getcgroup_np(const posix_spawnattr_t *object, int *group)
{
    *group = of(object)->cgroup;
    return 0;
}

int posix_spawnattr_setcgroup_np(posix_spawnattr_t *object, int group)
{
    of(object)->cgroup = group;
    return 0;
}
