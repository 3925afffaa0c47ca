// <pthread.h>: mutex attributes, with glibc's adaptive type, priority ceilings and old names.
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include "alias.h"
#include "ceilings.h"
#include "mutex-words.h"
#include "next.h"

/// pthread_mutexattr_settype(3): glibc's adaptive kind, 3, is a type as well.
int pthread_mutexattr_settype(pthread_mutexattr_t *attributes, int type)
{
    if (type < 0 || type > GLIBC_ADAPTIVE)
        return EINVAL;
    attributes->__attr = (attributes->__attr & ~3u) | (unsigned)type;
    return 0;
}
ALIAS(pthread_mutexattr_settype, __pthread_mutexattr_settype);
ALIAS(pthread_mutexattr_settype, pthread_mutexattr_setkind_np);

/// pthread_mutexattr_setprotocol(3).
int pthread_mutexattr_setprotocol(pthread_mutexattr_t *attributes, int protocol)
{
    int error = NEXT(pthread_mutexattr_setprotocol)(attributes, protocol == PTHREAD_PRIO_PROTECT ? PTHREAD_PRIO_NONE : protocol);
    if (!error) {
        attributes->__attr &= ~(unsigned)PROTECT_ATTRIBUTE;
        if (protocol == PTHREAD_PRIO_PROTECT)
            attributes->__attr |= PROTECT_ATTRIBUTE;
    }
    return error;
}

/// pthread_mutexattr_getprotocol(3).
int pthread_mutexattr_getprotocol(const pthread_mutexattr_t *restrict attributes, int *restrict protocol)
{
    if (!(attributes->__attr & PROTECT_ATTRIBUTE))
        return NEXT(pthread_mutexattr_getprotocol)(attributes, protocol);
    *protocol = PTHREAD_PRIO_PROTECT;
    return 0;
}

/// pthread_mutexattr_setprioceiling(3): EINVAL outside SCHED_FIFO's priorities.
int pthread_mutexattr_setprioceiling(pthread_mutexattr_t *attributes, int ceiling)
{
    if (ceiling < sched_get_priority_min(SCHED_FIFO) || ceiling > sched_get_priority_max(SCHED_FIFO))
        return EINVAL;
    attributes->__attr = (attributes->__attr & (CEILING_ONE - 1)) | (unsigned)ceiling * CEILING_ONE;
    return 0;
}

/// pthread_mutexattr_getprioceiling(3): the lowest where none was set.
int pthread_mutexattr_getprioceiling(const pthread_mutexattr_t *restrict attributes, int *restrict ceiling)
{
    int set = (int)(attributes->__attr / CEILING_ONE);
    *ceiling = set ? set : sched_get_priority_min(SCHED_FIFO);
    return 0;
}

int __pthread_mutexattr_init(pthread_mutexattr_t *attributes) { return NEXT(pthread_mutexattr_init)(attributes); }
int __pthread_mutexattr_destroy(pthread_mutexattr_t *attributes) { return NEXT(pthread_mutexattr_destroy)(attributes); }

int pthread_mutexattr_getkind_np(const pthread_mutexattr_t *attributes, int *kind)
{
    return NEXT(pthread_mutexattr_gettype)(attributes, kind);
}

int pthread_mutexattr_getrobust_np(const pthread_mutexattr_t *attributes, int *robustness)
{
    return NEXT(pthread_mutexattr_getrobust)(attributes, robustness);
}

int pthread_mutexattr_setrobust_np(pthread_mutexattr_t *attributes, int robustness)
{
    return NEXT(pthread_mutexattr_setrobust)(attributes, robustness);
}
