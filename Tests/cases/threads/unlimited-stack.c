// Where RLIMIT_STACK is unlimited at the start, threads have stacks of the size that glibc's port has for that
// flags: -pthread
#include <pthread.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

static void *show(void *unused)
{
    pthread_attr_t attributes;
    size_t size;
    pthread_getattr_np(pthread_self(), &attributes);
    pthread_attr_getstacksize(&attributes, &size);
    printf("thread's %zu\n", size);
    return unused;
}

int main(int count, char **arguments)
{
    if (count == 1) {
        struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };
        if (setrlimit(RLIMIT_STACK, &limit)) {
            getrlimit(RLIMIT_STACK, &limit);
            limit.rlim_cur = limit.rlim_max;
            setrlimit(RLIMIT_STACK, &limit);
        }
        execl("/proc/self/exe", arguments[0], "again", NULL);
        return 1;
    }
    pthread_attr_t attributes;
    size_t size;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_getstacksize(&attributes, &size);
    printf("default %zu\n", size);
    pthread_create(&thread, NULL, show, NULL);
    pthread_join(thread, NULL);
}
