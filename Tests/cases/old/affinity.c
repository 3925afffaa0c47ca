// The affinity functions of 2.3.3 have no size: 128 bytes are read and written
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include "versions.h"
OLD(int, sched_getaffinity, "2.3.3", (pid_t, cpu_set_t *));
OLD(int, sched_setaffinity, "2.3.3", (pid_t, const cpu_set_t *));
OLD(int, pthread_getaffinity_np, "2.3.3", (pthread_t, cpu_set_t *));
OLD(int, pthread_setaffinity_np, "2.3.3", (pthread_t, const cpu_set_t *));
OLD(int, pthread_attr_getaffinity_np, "2.3.3", (const pthread_attr_t *, cpu_set_t *));
OLD(int, pthread_attr_setaffinity_np, "2.3.3", (pthread_attr_t *, const cpu_set_t *));

int main(void)
{
    struct { cpu_set_t set; unsigned char after[16]; } a, b;
    memset(&a, 0xa5, sizeof a);
    memset(&b, 0xa5, sizeof b);
    int first = sched_getaffinity_old(0, &a.set);
    printf("%d %d %d\n", first, CPU_COUNT(&a.set) > 0, a.after[0]);
    printf("%d %d\n", sched_setaffinity_old(0, &a.set), sched_setaffinity_old(-1, &a.set));
    printf("%d %d %d\n", pthread_getaffinity_np_old(pthread_self(), &b.set), CPU_EQUAL(&a.set, &b.set), b.after[0]);
    printf("%d\n", pthread_setaffinity_np_old(pthread_self(), &a.set));
    CPU_ZERO(&b.set);
    printf("%d\n", pthread_setaffinity_np_old(pthread_self(), &b.set));
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    printf("%d\n", pthread_attr_setaffinity_np_old(&attributes, &a.set));
    memset(&b, 0xa5, sizeof b);
    printf("%d %d %d\n", pthread_attr_getaffinity_np_old(&attributes, &b.set), CPU_EQUAL(&a.set, &b.set), b.after[0]);
}
