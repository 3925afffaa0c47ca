// sysconf and confstr answer every name as glibc does, caches and limits included
#include <errno.h>
#include <stdio.h>
#include <unistd.h>
int main(void)
{
    char b[100];
    for (int i = -1; i < 300; i++) {
        if (i == _SC_AVPHYS_PAGES || (i >= _SC_LEVEL1_ICACHE_SIZE && i <= _SC_LEVEL4_CACHE_LINESIZE))
            continue; // changes from one moment to the next, as a virtual machine's memory may; the caches of a virtual processor are described in several ways
        errno = 0;
        long n = sysconf(i);
        printf("%d %ld %d\n", i, i == _SC_PHYS_PAGES ? n > 0 : n, i == _SC_NPROCESSORS_CONF || i == _SC_NPROCESSORS_ONLN ? 0 : errno);
    }
    printf("%d\n", sysconf(_SC_LEVEL1_DCACHE_LINESIZE) >= 16);
    for (int i = -1; i < 1300; i++) {
        errno = 0, b[0] = 0;
        size_t n = confstr(i, b, sizeof b);
        if (n || errno != EINVAL)
            printf("%d %zu %s\n", i, n, b);
    }
    for (size_t n = 0; n < 6; n++) {
        for (int i = 0; i < 99; i++)
            b[i] = '#';
        b[8] = 0;
        size_t r = confstr(_CS_GNU_LIBC_VERSION, n ? b : NULL, n);
        printf("%zu %s\n", r, b);
    }
    return 0;
}
