// What glibc keeps for old programs only is found with its version, not without
// flags: -ldl
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include "versions.h"
OLD(void, cfree, "2.2.5", (void *));
OLD(int, pthread_yield, "2.2.5", (void));

int main(void)
{
    static const char *const names[] = {"cfree", "sys_errlist", "__malloc_hook", "__ctype_b", "pthread_yield", "sys_nerr", "sigvec", "tr_break"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        printf("%s %d %d\n", names[i], dlsym(RTLD_DEFAULT, names[i]) != NULL, dlvsym(RTLD_DEFAULT, names[i], "GLIBC_2.2.5") != NULL);
    static const char *const several[] = {"memcpy", "realpath", "nftw", "timer_delete", "pthread_create", "dlopen", "clock_gettime"};
    for (unsigned i = 0; i < sizeof several / sizeof *several; i++)
        printf("%s %d %d\n", several[i], dlsym(RTLD_DEFAULT, several[i]) != NULL, dlvsym(RTLD_DEFAULT, several[i], "GLIBC_2.2.5") != NULL);
    printf("%d\n", dlsym(RTLD_DEFAULT, "realpath") == dlvsym(RTLD_DEFAULT, "realpath", "GLIBC_2.3"));
    printf("%d\n", dlsym(RTLD_DEFAULT, "realpath") == dlvsym(RTLD_DEFAULT, "realpath", "GLIBC_2.2.5"));
    printf("%d\n", dlsym(RTLD_DEFAULT, "memcpy") == dlvsym(RTLD_DEFAULT, "memcpy", "GLIBC_2.2.5"));
    cfree_old(malloc(3));
    printf("%d\n", pthread_yield_old());
}
