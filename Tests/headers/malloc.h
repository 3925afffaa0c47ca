// <malloc.h>, <mcheck.h>, <unistd.h>'s sbrk: the names behind the names.
#include <fcntl.h>
#include <malloc.h>
#include <mcheck.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t),
    *__libc_valloc(size_t);
extern void *__libc_pvalloc(size_t), *__libc_memalign(size_t, size_t), *__sbrk(intptr_t), *__curbrk;
extern void __libc_free(void *), __libc_freeres(void);
extern int __libc_mallopt(int, int);
extern struct mallinfo __libc_mallinfo(void);
static int all_are(const unsigned char *p, int byte, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (p[i] != byte) return 0;
    return 1;
}

__libc_calloc, __libc_realloc:
    for (size_t size = 1; size < 300000; size = size * 3 + 1) {
        void *dirty = malloc(size);
        memset(dirty, 0xaa, size), free(dirty);
        unsigned char *p = __libc_calloc(1, size);
        if (!all_are(p, 0, size) || (uintptr_t)p % 16) say("calloc of %zu", size);
        memset(p, 0x5c, size), p = __libc_realloc(p, size * 2);
        if (!all_are(p, 0x5c, size) || malloc_usable_size(p) < size * 2) say("realloc to %zu", size * 2);
        p = __libc_realloc(p, size / 2 + 1);
        if (!all_are(p, 0x5c, size / 2 + 1)) say("realloc to %zu", size / 2 + 1);
        free(p);
    }
    fails(__libc_calloc(SIZE_MAX / 2, 3)); fails(__libc_calloc(SIZE_MAX, 1));
    fails(__libc_calloc(1, PTRDIFF_MAX + 1ul));
    show(__libc_calloc(0, 5) != NULL), show(__libc_calloc(5, 0) != NULL), show(__libc_realloc(NULL, 10) != NULL);
    char *kept = strcpy(malloc(20), "kept");
    fails(__libc_realloc(kept, SIZE_MAX)); fails(__libc_realloc(kept, PTRDIFF_MAX + 1ul));
    show(kept), show(__libc_realloc(kept, 0));
    show(__libc_realloc(NULL, 0) != NULL);

__libc_valloc, __libc_pvalloc:
    const size_t sizes[] = {0, 1, 100, 4095, 4096, 4097, 100000};
    for (int i = 0; i < count(sizes); i++) {
        char *v = __libc_valloc(sizes[i]), *p = __libc_pvalloc(sizes[i]);
        show(sizes[i]), show((uintptr_t)v % 4096), show((uintptr_t)p % 4096), show(malloc_usable_size(v) >= sizes[i]);
        show(malloc_usable_size(p) >= (sizes[i] + 4095) / 4096 * 4096), memset(v, 1, sizes[i]), memset(p, 2, sizes[i]);
        free(v), free(p);
    }
    fails(__libc_valloc(SIZE_MAX)); fails(__libc_pvalloc(SIZE_MAX)); fails(__libc_pvalloc(SIZE_MAX - 4000));
    fails(__libc_valloc(PTRDIFF_MAX));

__libc_mallinfo, __libc_mallopt:
    show(__libc_mallopt(M_MMAP_THRESHOLD, 1 << 16)), show(__libc_mallopt(M_TRIM_THRESHOLD, 1 << 20));
    show(__libc_mallopt(M_PERTURB, 0));
    show(__libc_mallopt(M_ARENA_MAX, 2)), show(__libc_mallopt(M_MXFAST, 64)), show(__libc_mallopt(M_MXFAST, 100000));
    show(__libc_mallopt(-1000, 5));
    void *blocks[200];
    for (int i = 0; i < 200; i++) memset(blocks[i] = malloc(20000), 1, 20000);
    struct mallinfo after = __libc_mallinfo();
    // How it is divided is the allocator's; what is in use cannot be less than what the program holds.
    show((unsigned)after.uordblks + (unsigned)after.hblkhd >= 200u * 20000);

__libc_freeres:
    // Only debuggers of memory call it, as the last thing a process does.
    char *text = strdup("text");
    runs(__libc_freeres()), show(text);

mcheck_check_all, mcheck_pedantic, mcheck, mprobe:
    // Without libmcheck nothing is checked, and the calls say so.
    char *block = malloc(20);
    runs(mcheck_check_all()), show(mcheck_pedantic(NULL)), show(mcheck(NULL)), show(mprobe(block)), block[0] = 1;
    runs(mcheck_check_all()), free(block), runs(mcheck_check_all());

__sbrk, __curbrk:
    char *start = __sbrk(0);
    show(start == __curbrk), show(__sbrk(8192) == start), show(__curbrk == start + 8192), memset(start, 7, 8192);
    show(start[8191]);
    show(__sbrk(-4096) == start + 8192), show(__curbrk == start + 4096), show(sbrk(0) == __curbrk), show(start[4095]);
    show(brk(start + 100)), show(__curbrk == start + 100), show(__sbrk(0) == __curbrk);
    fails(__sbrk(PTRDIFF_MAX) == (void *)-1); show(__curbrk == start + 100), fails(__sbrk(PTRDIFF_MIN) == (void *)-1);
    show(__curbrk == start + 100), fails(brk((void *)PTRDIFF_MAX)); show(brk(start)), show(__sbrk(0) == start);
    // What is given back and taken again is zero.
    __sbrk(8192), show(start[5000]);
