// <pthread.h>: thread attributes with glibc's defaults, and its _np ones.
#include <errno.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include "attributes.h"
#include "next.h"
#include "stacks.h"
#include "thread-state.h"

enum { SIGMASK_NOT_SET = -1 }; // PTHREAD_ATTR_NO_SIGMASK_NP
// musl's words: stack size, guard size, stack address, then ten ints of which it uses four.
enum { STACK_ADDRESS_WORD = 2, EXTENSION_WORD = 5 };

struct attribute_extension *glibc_compat_attribute_extension(const pthread_attr_t *attributes)
{
    return (struct attribute_extension *)attributes->__u.__s[EXTENSION_WORD];
}

void glibc_compat_set_attribute_extension(pthread_attr_t *attributes, struct attribute_extension *extension)
{
    attributes->__u.__s[EXTENSION_WORD] = (unsigned long)extension;
}

/// pthread_attr_init(3).
int pthread_attr_init(pthread_attr_t *attributes)
{
    glibc_compat_initial_attributes(attributes);
    return 0;
}

/// pthread_attr_destroy(3).
int pthread_attr_destroy(pthread_attr_t *attributes)
{
    free(glibc_compat_attribute_extension(attributes));
    attributes->__u.__s[EXTENSION_WORD] = 0;
    return 0;
}

/// pthread_attr_setstacksize(3): EINVAL below glibc's PTHREAD_STACK_MIN, 16 KiB.
int pthread_attr_setstacksize(pthread_attr_t *attributes, size_t size)
{
    return size < GLIBC_STACK_MIN ? EINVAL : NEXT(pthread_attr_setstacksize)(attributes, size);
}

/// pthread_attr_setguardsize(3): any size; what cannot be mapped is pthread_create's error.
int pthread_attr_setguardsize(pthread_attr_t *attributes, size_t size)
{
    attributes->__u.__s[1] = size;
    return 0;
}

/// pthread_attr_setstack(3).
int pthread_attr_setstack(pthread_attr_t *attributes, void *address, size_t size)
{
    return size < GLIBC_STACK_MIN ? EINVAL : NEXT(pthread_attr_setstack)(attributes, address, size);
}

/// pthread_attr_setschedpolicy(3): EINVAL for all but SCHED_OTHER, SCHED_FIFO and SCHED_RR.
int pthread_attr_setschedpolicy(pthread_attr_t *attributes, int policy)
{
    return policy < SCHED_OTHER || policy > SCHED_RR ? EINVAL : NEXT(pthread_attr_setschedpolicy)(attributes, policy);
}

/// pthread_attr_setschedparam(3): EINVAL outside the priorities of the attributes' policy.
int pthread_attr_setschedparam(pthread_attr_t *restrict attributes, const struct sched_param *restrict parameter)
{
    int policy;
    pthread_attr_getschedpolicy(attributes, &policy);
    if (parameter->sched_priority < sched_get_priority_min(policy) || parameter->sched_priority > sched_get_priority_max(policy))
        return EINVAL;
    return NEXT(pthread_attr_setschedparam)(attributes, parameter);
}

static _Atomic int concurrency;

/// pthread_setconcurrency(3): remembered, without effect as in glibc. Errors: EINVAL below 0.
int pthread_setconcurrency(int level)
{
    if (level < 0)
        return EINVAL;
    concurrency = level;
    return 0;
}

/// pthread_getconcurrency(3).
int pthread_getconcurrency(void) { return concurrency; }

// The extension with room for a processor set of the given size, kept contents included.
static struct attribute_extension *extend(pthread_attr_t *attributes, size_t cpu_size)
{
    struct attribute_extension *old = glibc_compat_attribute_extension(attributes);
    struct attribute_extension *made = realloc(old, sizeof *made + cpu_size);
    if (!made)
        return NULL;
    if (!old)
        memset(made, 0, sizeof *made);
    attributes->__u.__s[EXTENSION_WORD] = (unsigned long)made;
    return made;
}

/// pthread_attr_setaffinity_np(3).
int pthread_attr_setaffinity_np(pthread_attr_t *attributes, size_t size, const cpu_set_t *set)
{
    struct attribute_extension *extension = glibc_compat_attribute_extension(attributes);
    if (!set || !size) {
        if (extension)
            extension->cpu_size = 0;
        return 0;
    }
    extension = extend(attributes, size);
    if (!extension)
        return ENOMEM;
    extension->cpu_size = size;
    memcpy(extension->cpus, set, size);
    return 0;
}

/// pthread_attr_getaffinity_np(3): every processor where none was set; EINVAL where the caller's set is too small for those that are.
int pthread_attr_getaffinity_np(const pthread_attr_t *attributes, size_t size, cpu_set_t *set)
{
    const struct attribute_extension *extension = glibc_compat_attribute_extension(attributes);
    if (!extension || !extension->cpu_size) {
        memset(set, -1, size);
        return 0;
    }
    for (size_t n = size; n < extension->cpu_size; n++)
        if (extension->cpus[n])
            return EINVAL;
    size_t common = size < extension->cpu_size ? size : extension->cpu_size;
    memcpy(set, extension->cpus, common);
    memset((char *)set + common, 0, size - common);
    return 0;
}

/// pthread_attr_setsigmask_np(3); NULL forgets the mask.
int pthread_attr_setsigmask_np(pthread_attr_t *attributes, const sigset_t *mask)
{
    struct attribute_extension *extension = glibc_compat_attribute_extension(attributes);
    if (!mask) {
        if (extension)
            extension->has_mask = 0;
        return 0;
    }
    if (!extension && !(extension = extend(attributes, 0)))
        return ENOMEM;
    extension->has_mask = 1;
    extension->mask = *mask;
    return 0;
}

/// pthread_attr_getsigmask_np(3): PTHREAD_ATTR_NO_SIGMASK_NP and an empty mask where none was set.
int pthread_attr_getsigmask_np(const pthread_attr_t *attributes, sigset_t *mask)
{
    const struct attribute_extension *extension = glibc_compat_attribute_extension(attributes);
    if (extension && extension->has_mask) {
        *mask = extension->mask;
        return 0;
    }
    sigemptyset(mask);
    return SIGMASK_NOT_SET;
}

int glibc_compat_attribute_has_stack(const pthread_attr_t *attributes) { return attributes->__u.__s[STACK_ADDRESS_WORD] != 0; }

void glibc_compat_set_attribute_stack(pthread_attr_t *attributes, void *top, size_t size)
{
    attributes->__u.__s[0] = size;
    attributes->__u.__s[STACK_ADDRESS_WORD] = (unsigned long)top;
}

int pthread_attr_setstackaddr(pthread_attr_t *attributes, void *address)
{
    attributes->__u.__s[STACK_ADDRESS_WORD] = (unsigned long)address;
    return 0;
}

int pthread_attr_getstackaddr(const pthread_attr_t *attributes, void **address)
{
    *address = (void *)attributes->__u.__s[STACK_ADDRESS_WORD];
    return 0;
}

// The main thread's stack may grow to RLIMIT_STACK, but not into what is mapped below it: glibc reports that room, musl what is in use.
static int main_stack(pthread_attr_t *attributes)
{
    uintptr_t page = (uintptr_t)getpagesize(), inside = (uintptr_t)glibc_compat_stack_end, from, to, last_to = 0;
    uintptr_t end = (inside & -page) + page;
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit))
        return errno;
    FILE *maps = fopen("/proc/self/maps", "re");
    if (!maps)
        return errno;
    char line[4200];
    int result = ENOENT;
    while (fgets(line, sizeof line, maps)) {
        if (sscanf(line, "%lx-%lx", &from, &to) != 2)
            continue;
        if (from <= inside && inside < to) {
            size_t size = (limit.rlim_cur - (to - end)) & -page;
            if (size > end - last_to)
                size = end - last_to;
            attributes->__u.__s[0] = size;
            attributes->__u.__s[STACK_ADDRESS_WORD] = end;
            result = 0;
            break;
        }
        last_to = to;
    }
    fclose(maps);
    return result;
}

/// pthread_getattr_np(3).
int pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes)
{
    int is_main = glibc_compat_stack_end && thread == glibc_compat_main_thread;
    int error;
    if (is_main) {
        glibc_compat_initial_attributes(attributes);
        attributes->__u.__s[1] = 0;
        error = main_stack(attributes);
    } else {
        struct thread_stack *stack = glibc_compat_stack_of(thread);
        error = NEXT(pthread_getattr_np)(thread, attributes);
        attributes->__u.__s[EXTENSION_WORD] = 0;
        if (stack) {
            attributes->__u.__s[0] = stack->usable;
            attributes->__u.__s[1] = stack->guard;
            attributes->__u.__s[STACK_ADDRESS_WORD] = (unsigned long)stack->map + stack->guard + stack->usable;
            pthread_attr_setdetachstate(attributes, stack->state == DETACHED ? PTHREAD_CREATE_DETACHED : PTHREAD_CREATE_JOINABLE);
        }
    }
    if (error)
        return error;
    cpu_set_t set;
    // As in glibc the affinity is part of the answer; without it there is none.
    if (!pthread_getaffinity_np(thread, sizeof set, &set))
        pthread_attr_setaffinity_np(attributes, sizeof set, &set);
    return 0;
}
