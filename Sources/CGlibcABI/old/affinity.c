// <sched.h>, <pthread.h>: the affinity functions of glibc 2.3.3, which had no size argument: a set was 1024 processors.
#include <pthread.h>
#include <sched.h>
#include "old-version.h"

enum { OLD_SET = 1024 / 8 };

OLD_VERSION("sched_getaffinity@GLIBC_2.3.3") int glibc_compat_sched_getaffinity_2_3_3(pid_t process, cpu_set_t *set)
{
    return sched_getaffinity(process, OLD_SET, set);
}

OLD_VERSION("sched_setaffinity@GLIBC_2.3.3") int glibc_compat_sched_setaffinity_2_3_3(pid_t process, const cpu_set_t *set)
{
    return sched_setaffinity(process, OLD_SET, set);
}

OLD_VERSION("pthread_getaffinity_np@GLIBC_2.3.3") int glibc_compat_pthread_getaffinity_np_2_3_3(pthread_t thread, cpu_set_t *set)
{
    return pthread_getaffinity_np(thread, OLD_SET, set);
}

OLD_VERSION("pthread_setaffinity_np@GLIBC_2.3.3") int glibc_compat_pthread_setaffinity_np_2_3_3(pthread_t thread, const cpu_set_t *set)
{
    return pthread_setaffinity_np(thread, OLD_SET, set);
}

// musl's <pthread.h> has no attributes with an affinity; the shim's threads/attributes.c has.
int pthread_attr_getaffinity_np(const pthread_attr_t *, size_t, cpu_set_t *);
int pthread_attr_setaffinity_np(pthread_attr_t *, size_t, const cpu_set_t *);

OLD_VERSION("pthread_attr_getaffinity_np@GLIBC_2.3.3")
int glibc_compat_pthread_attr_getaffinity_np_2_3_3(const pthread_attr_t *attributes, cpu_set_t *set)
{
    return pthread_attr_getaffinity_np(attributes, OLD_SET, set);
}

OLD_VERSION("pthread_attr_setaffinity_np@GLIBC_2.3.3")
int glibc_compat_pthread_attr_setaffinity_np_2_3_3(pthread_attr_t *attributes, const cpu_set_t *set)
{
    return pthread_attr_setaffinity_np(attributes, OLD_SET, set);
}
