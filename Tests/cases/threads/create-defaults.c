// Threads get glibc's default stack, as reported and as usable; pthread_getattr_np of the main thread covers the stack
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/single_threaded.h>

#define SAY(call) printf("%s: %d\n", #call, (int)(call))
static __attribute__((noinline)) int deep(int n) { volatile char big[65536]; memset((char *)big, n, sizeof big); return n ? deep(n - 1) + big[7] : 0; }

static void *run(void *unused)
{
    pthread_attr_t a;
    size_t size; void *stack;
    SAY(pthread_getattr_np(pthread_self(), &a));
    pthread_attr_getstack(&a, &stack, &size);
    printf("thread stack at least 8 MiB less a page: %d, holds us %d\n", size >= (8u << 20) - 8192, (char *)&a > (char *)stack && (char *)&a < (char *)stack + size);
    deep(100);
    pthread_attr_destroy(&a);
    return unused;
}

static void *masked(void *unused)
{
    sigset_t now;
    pthread_sigmask(0, NULL, &now);
    printf("masked: usr1 %d usr2 %d\n", sigismember(&now, SIGUSR1), sigismember(&now, SIGUSR2));
    cpu_set_t set;
    pthread_getaffinity_np(pthread_self(), sizeof set, &set);
    printf("processors %d\n", CPU_COUNT(&set));
    return unused;
}

int main(void)
{
    pthread_attr_t a;
    size_t size; void *stack;
    pthread_t thread;
    SAY(__libc_single_threaded);
    pthread_attr_init(&a);
    pthread_attr_getstacksize(&a, &size); printf("stack %zu\n", size);
    pthread_attr_getguardsize(&a, &size); printf("guard %zu\n", size);
    SAY(pthread_attr_setstacksize(&a, 8192));
    SAY(pthread_attr_setstacksize(&a, 16384));
    pthread_create(&thread, NULL, run, NULL); pthread_join(thread, NULL);
    SAY(__libc_single_threaded);
    SAY(pthread_getattr_np(pthread_self(), &a));
    pthread_attr_getstack(&a, &stack, &size);
    printf("main stack %d holds us %d\n", size > (7u << 20) && size <= (8u << 20), (char *)&a > (char *)stack && (char *)&a < (char *)stack + size);
    pthread_attr_destroy(&a);

    pthread_attr_init(&a);
    sigset_t set;
    SAY(pthread_attr_getsigmask_np(&a, &set));
    sigemptyset(&set); sigaddset(&set, SIGUSR2);
    SAY(pthread_attr_setsigmask_np(&a, &set));
    SAY(pthread_attr_getsigmask_np(&a, &set));
    cpu_set_t one;
    CPU_ZERO(&one); CPU_SET(0, &one);
    SAY(pthread_attr_setaffinity_np(&a, sizeof one, &one));
    pthread_create(&thread, &a, masked, NULL); pthread_join(thread, NULL);
    CPU_ZERO(&one); CPU_SET(1000, &one);
    SAY(pthread_attr_setaffinity_np(&a, sizeof one, &one));
    SAY(pthread_create(&thread, &a, masked, NULL));
    SAY(pthread_attr_destroy(&a));
    SAY(pthread_getattr_default_np(&a));
    SAY(pthread_attr_setstacksize(&a, 1 << 20));
    SAY(pthread_setattr_default_np(&a));
    pthread_attr_init(&a);
    pthread_attr_getstacksize(&a, &size); printf("stack %zu\n", size);
    return 0;
}
