// a program's own malloc serves the library as well: no block of one allocator reaches the other
// flags: -fno-builtin
#include <dirent.h>
#include <errno.h>
#include <glob.h>
#include <iconv.h>
#include <locale.h>
#include <netdb.h>
#include <pthread.h>
#include <regex.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#define MARK 0x6d79616c6c6f63ull
static char heap[64 << 20];
static size_t used;
static long served, strangers;
struct header { uint64_t mark; size_t size; };
void *memalign(size_t alignment, size_t size)
{
    size_t start, next;
    if (alignment < 16) alignment = 16;
    do {
        start = __atomic_load_n(&used, __ATOMIC_RELAXED);
        next = (((uintptr_t)heap + start + sizeof(struct header) + alignment - 1) & -alignment) - (uintptr_t)heap;
    } while (!__atomic_compare_exchange_n(&used, &start, next + size, 0, __ATOMIC_RELAXED, __ATOMIC_RELAXED));
    if (next + size > sizeof heap) return NULL;
    struct header *header = (struct header *)(heap + next) - 1;
    header->mark = MARK; header->size = size;
    served++;
    return heap + next;
}
static struct header *of(void *block)
{
    struct header *header = (struct header *)block - 1;
    int mine = (char *)block > heap && (char *)block < heap + sizeof heap && header->mark == MARK;
    if (!mine) strangers++;
    return mine ? header : NULL;
}
void *malloc(size_t size) { return memalign(16, size); }
void free(void *block) { if (block) of(block); }
void *calloc(size_t count, size_t size) { void *p = malloc(count * size); return p ? memset(p, 0, count * size) : p; }
void *realloc(void *block, size_t size)
{
    void *p = malloc(size);
    if (block && p) { struct header *old = of(block); if (old) memcpy(p, block, old->size < size ? old->size : size); }
    return p;
}
int posix_memalign(void **p, size_t alignment, size_t size) { return (*p = memalign(alignment, size)) ? 0 : ENOMEM; }
void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }
size_t malloc_usable_size(void *block) { struct header *header = of(block); return header ? header->size : 0; }
static void *thread(void *text) { free(strdup(text)); return strdup("from a thread"); }
int main(void)
{
    long before = served;
    char *line = NULL, *text; size_t size = 0; void *result;
    FILE *file = fopen("/proc/self/status", "r"); getline(&line, &size, file); free(line); fclose(file);
    asprintf(&text, "%d", 5); free(text); free(strdup("x")); free(realpath("/", NULL));
    struct dirent **names; int count = scandir("/", &names, NULL, alphasort); while (count-- > 0) free(names[count]); free(names);
    regex_t regex; regcomp(&regex, "a(b|c)*", REG_EXTENDED); regexec(&regex, "xabcb", 0, NULL, 0); regfree(&regex);
    glob_t globbed; glob("/*", 0, NULL, &globbed); globfree(&globbed);
    struct addrinfo *found = NULL; getaddrinfo("127.0.0.1", NULL, NULL, &found); freeaddrinfo(found);
    int numbers[5000]; for (int i = 0; i < 5000; i++) numbers[i] = i * 7919 % 5003;
    qsort(numbers, 5000, sizeof *numbers, (int (*)(const void *, const void *))strcmp);
    iconv_close(iconv_open("UTF-16", "UTF-8")); freelocale(newlocale(LC_ALL_MASK, "C", NULL));
    pthread_t id; pthread_create(&id, NULL, thread, "a text"); pthread_join(id, &result); free(result);
    file = popen("echo x", "r"); pclose(file);
    printf("served %d strangers %ld\n", served > before + 10, strangers);
    return 0;
}
