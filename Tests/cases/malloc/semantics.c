// sizes, alignments, errors and errno of the allocator's functions, those of size 0 and beyond the address space included
// flags: -fno-builtin
#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
static int aligned(void *p, size_t to) { return p && (uintptr_t)p % to == 0; }
int main(void)
{
    int all16 = 1, room = 1, zero = 1;
    for (size_t size = 0; size < 5000; size++) {
        char *p = malloc(size), *q = malloc(size);
        all16 &= aligned(p, 16) && p != q;
        room &= malloc_usable_size(p) >= size;
        memset(p, 0xff, malloc_usable_size(p));
        free(q); free(p);
        char *c = calloc(1, size);
        for (size_t i = 0; i < size; i++) zero &= c[i] == 0;
        memset(c, 0xee, size);
        free(c);
    }
    for (size_t size = 1 << 16; size < 1 << 26; size *= 3) {
        char *c = calloc(size / 8, 8);
        for (size_t i = 0; i < size / 8 * 8; i += 509) zero &= c[i] == 0;
        memset(c, 1, size / 8 * 8);
        all16 &= aligned(c, 16);
        free(c);
    }
    printf("aligned %d room %d zero %d\n", all16, room, zero);
    volatile size_t huge = SIZE_MAX - 100, half = (size_t)PTRDIFF_MAX + 1;
    void *p;
    errno = 0; p = malloc(huge); printf("malloc %d errno %d\n", p == NULL, errno);
    errno = 0; p = malloc(half); printf("malloc half %d errno %d\n", p == NULL, errno);
    errno = 0; p = calloc(huge / 2, 3); printf("calloc %d errno %d\n", p == NULL, errno);
    errno = 0; p = calloc(half, 1); printf("calloc half %d errno %d\n", p == NULL, errno);
    char *kept = malloc(100); strcpy(kept, "kept");
    errno = 0; p = realloc(kept, huge); printf("realloc %d errno %d %s\n", p == NULL, errno, kept);
    errno = 0; p = reallocarray(kept, huge, 2); printf("reallocarray %d errno %d %s\n", p == NULL, errno, kept);
    errno = 0; p = memalign(64, huge); printf("memalign %d errno %d\n", p == NULL, errno);
    errno = 0; p = aligned_alloc(64, half); printf("aligned_alloc %d errno %d\n", p == NULL, errno);
    errno = 7; p = &p; int result = posix_memalign(&p, 64, huge); printf("posix_memalign %d errno %d %d\n", result, errno, p == &p);
    for (size_t alignment = 0; alignment < 70; alignment++) {
        errno = 7; p = NULL;
        result = posix_memalign(&p, alignment, 10);
        printf("%d", result == EINVAL ? 1 : result == 0 && aligned(p, alignment) ? 0 : 2);
        free(p);
    }
    printf(" errno %d\n", errno);
    for (size_t alignment = 1; alignment <= 64 << 20; alignment *= 2) {
        void *many[20];
        int good = 1;
        for (int i = 0; i < 20; i++) {
            many[i] = i % 3 ? memalign(alignment, 1 + i * 100) : aligned_alloc(alignment, i * 1000);
            good &= aligned(many[i], alignment) && malloc_usable_size(many[i]) >= (i % 3 ? 1 + i * 100 : i * 1000);
            memset(many[i], i, i * 100);
        }
        for (int i = 0; i < 20; i++) {
            if (i % 2) many[i] = realloc(many[i], 5000);
            for (int k = 0; k < i * 100; k++) good &= ((unsigned char *)many[i])[k] == i;
            free(many[i]);
        }
        printf("%d", good);
    }
    printf("\nodd alignment %d\n", aligned(memalign(48, 10), 64));
    size_t page = getpagesize();
    p = pvalloc(1);
    printf("valloc %d pvalloc %d\n", aligned(valloc(10), page), aligned(p, page) && malloc_usable_size(p) >= page);
    printf("realloc to 0 %d, of nothing %d\n", realloc(malloc(10), 0) == NULL, realloc(NULL, 0) != NULL);
    printf("usable of nothing %zu\n", malloc_usable_size(NULL));
    char *grown = NULL;
    int same = 1;
    for (size_t size = 1, old = 0; size < 3 << 20; old = size, size += size / 3 + 1) {
        grown = realloc(grown, size);
        for (size_t i = 0; i < old; i++) same &= grown[i] == (char)(i * 7);
        for (size_t i = 0; i < size; i++) grown[i] = (char)(i * 7);
    }
    for (size_t size = 3 << 20; size > 1; size /= 3) {
        grown = realloc(grown, size);
        for (size_t i = 0; i < size; i += 101) same &= grown[i] == (char)(i * 7);
    }
    printf("contents %d\n", same);
    errno = 77; free(malloc(10)); free(malloc(5 << 20)); free(NULL); printf("free keeps errno %d\n", errno);
    printf("trim %d %d\n", malloc_trim(0) >= 0, mallopt(M_MMAP_THRESHOLD, 1 << 20));
    printf("info %d\n", malloc_info(1, stdout));
    return 0;
}
