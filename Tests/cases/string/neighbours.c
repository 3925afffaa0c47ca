// Searches stay inside of the memory that they were given, whatever another thread does to what lies beside it.
// flags: -lpthread
#define _GNU_SOURCE
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <wchar.h>

static char *page;
static _Atomic int stop;
static void *change(void *unused)
{
    (void)unused;
    volatile int *before = (volatile int *)(page + 32), *after = (volatile int *)(page + 4096 - 32);
    for (unsigned i = 0; !stop; i++) *before = *after = i & 1 ? 0x78787878 : 0;
    return NULL;
}

int main(void)
{
    char *memory = mmap(NULL, 3 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    mprotect(memory, 4096, PROT_NONE), mprotect(memory + 8192, 4096, PROT_NONE);
    page = memory + 4096;
    memset(page, 1, 4096);
    pthread_t thread;
    pthread_create(&thread, NULL, change, NULL);
    void *(*volatile last)(const void *, int, size_t) = memrchr;
    wchar_t *(*volatile find)(const wchar_t *, wchar_t, size_t) = wmemchr;
    size_t (*volatile count)(const wchar_t *, size_t) = wcsnlen;
    int wrong = 0;
    for (int i = 0; i < 3000000; i++) wrong += last(page + 64, 'x', 960) != NULL;
    for (int i = 0; i < 3000000; i++) wrong += find((wchar_t *)(page + 3072), 0x78787878, 240) != NULL;
    for (int i = 0; i < 3000000; i++) wrong += count((wchar_t *)(page + 3072), 240) != 240;
    stop = 1;
    pthread_join(thread, NULL);
    printf("wrong: %d\n", wrong);
    return 0;
}
