// Who has a __tls_get_addr of its own, as AddressSanitizer, sees small numbers of modules, with which it may index a table.
// lib: libvariables.so -DLIB_VARIABLES -ftls-model=global-dynamic
// flags: -L. -l:libvariables.so -Wl,-rpath,. -Wl,--export-dynamic -ldl -lpthread
#if defined LIB_VARIABLES
__thread int first = 5;
static __thread int second = 6;
int sum(void) { return first++ + second++; }
#else
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
extern int sum(void);
static unsigned long greatest;
static int calls;

void *__tls_get_addr(unsigned long *place)
{
    static void *(*next)(unsigned long *);
    if (!next)
        next = (void *(*)(unsigned long *))dlsym(RTLD_NEXT, "__tls_get_addr");
    calls++;
    if (place[0] > greatest)
        greatest = place[0];
    return next(place);
}

static void *thread(void *unused)
{
    int one = sum(), two = sum();
    printf("%d %d\n", one, two);
    return unused;
}

int main(void)
{
    pthread_t other;
    thread(NULL);
    pthread_create(&other, NULL, thread, NULL);
    pthread_join(other, NULL);
    printf("%s, %s\n", calls ? "seen" : "not seen", greatest < 1000 ? "small numbers" : "large ones");
    return 0;
}
#endif
