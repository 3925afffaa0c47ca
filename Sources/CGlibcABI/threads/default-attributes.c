// <pthread.h>: the attributes of threads that are created without any.
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include "attributes.h"
#include "next.h"

enum { UNLIMITED_STACK = 2 << 20 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static size_t default_stack_size;
// What pthread_setattr_default_np was given, with its own extension.
static pthread_attr_t chosen;
static char is_chosen;

// glibc takes the soft limit of the main stack as it is when the process starts, where there is none what its port for x86-64 says.
__attribute__((constructor)) static void read_stack_limit(void)
{
    struct rlimit limit;
    size_t page = (size_t)getpagesize();
    if (getrlimit(RLIMIT_STACK, &limit) || limit.rlim_cur == RLIM_INFINITY)
        limit.rlim_cur = UNLIMITED_STACK;
    if (limit.rlim_cur < GLIBC_STACK_MIN)
        limit.rlim_cur = GLIBC_STACK_MIN;
    default_stack_size = (limit.rlim_cur + page - 1) & -page;
}

void glibc_compat_initial_attributes(pthread_attr_t *attributes)
{
    if (!default_stack_size)
        read_stack_limit();
    NEXT(pthread_attr_init)(attributes);
    pthread_attr_setguardsize(attributes, (size_t)getpagesize());
    glibc_compat_set_attribute_stack(attributes, NULL, default_stack_size);
    glibc_compat_set_attribute_extension(attributes, NULL);
}

int glibc_compat_copy_attributes(pthread_attr_t *to, const pthread_attr_t *from)
{
    const struct attribute_extension *old = glibc_compat_attribute_extension(from);
    struct attribute_extension *made = NULL;
    if (old) {
        size_t size = sizeof *made + old->cpu_size;
        if (!(made = malloc(size)))
            return ENOMEM;
        memcpy(made, old, size);
    }
    *to = *from;
    glibc_compat_set_attribute_extension(to, made);
    return 0;
}

/// pthread_getattr_default_np(3).
int pthread_getattr_default_np(pthread_attr_t *attributes)
{
    int error = 0;
    if (!is_chosen) {
        glibc_compat_initial_attributes(attributes);
        return 0;
    }
    pthread_mutex_lock(&lock);
    error = glibc_compat_copy_attributes(attributes, &chosen);
    pthread_mutex_unlock(&lock);
    return error;
}

/// pthread_setattr_default_np(3): all of the attributes; a stack size of 0 keeps the present one. Errors: EINVAL for a stack address, a policy or
/// a priority that there is not.
int pthread_setattr_default_np(const pthread_attr_t *attributes)
{
    pthread_attr_t made;
    struct sched_param parameter;
    int policy;
    size_t size;
    pthread_attr_getschedpolicy(attributes, &policy);
    NEXT(pthread_attr_getschedparam)(attributes, &parameter);
    pthread_attr_getstacksize(attributes, &size);
    if (policy < SCHED_OTHER || policy > SCHED_RR)
        return EINVAL;
    if (parameter.sched_priority > 0 &&
        (parameter.sched_priority < sched_get_priority_min(policy) || parameter.sched_priority > sched_get_priority_max(policy)))
        return EINVAL;
    if ((size && size < GLIBC_STACK_MIN) || glibc_compat_attribute_has_stack(attributes))
        return EINVAL;
    int error = glibc_compat_copy_attributes(&made, attributes);
    if (error)
        return error;
    pthread_mutex_lock(&lock);
    if (size)
        default_stack_size = size;
    else
        glibc_compat_set_attribute_stack(&made, NULL, default_stack_size);
    struct attribute_extension *old = is_chosen ? glibc_compat_attribute_extension(&chosen) : NULL;
    chosen = made;
    is_chosen = 1;
    pthread_mutex_unlock(&lock);
    free(old);
    return 0;
}
