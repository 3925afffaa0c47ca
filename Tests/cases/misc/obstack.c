// obstack: the macros of glibc's header work on our functions; growing, freeing, alignment, printf, failure handler
#include <obstack.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#define obstack_chunk_alloc xmalloc
#define obstack_chunk_free xfree
static int live;
static void *xmalloc(size_t n) { live++; return malloc(n); }
static void xfree(void *p) { live--; free(p); }
static void *refuse(long n) { return n > 5000 ? NULL : malloc(n); }
static jmp_buf escape;
static void failed(void) { puts("failed"); longjmp(escape, 1); }
static void *with(void *arg, long n) { ++*(int *)arg; return malloc(n); }
static void without(void *arg, void *p) { --*(int *)arg; free(p); }
int main(void)
{
    struct obstack o;
    obstack_init(&o);
    printf("%d %ld %d\n", live, (long)obstack_chunk_size(&o), obstack_alignment_mask(&o));
    char *first = obstack_copy0(&o, "hello", 5);
    for (int i = 0; i < 20000; i++)
        obstack_1grow(&o, 'a' + i % 26);
    obstack_1grow(&o, 0);
    char *big = obstack_finish(&o);
    printf("%zu %s %d\n", strlen(big), first, live);
    int n = obstack_printf(&o, "%s-%d-%5.2f", "fmt", 42, 2.5);
    n += obstack_printf(&o, "%0500d", 7);
    obstack_1grow(&o, 0);
    char *text = obstack_finish(&o);
    printf("%d %zu %.20s\n", n, strlen(text), text);
    printf("%d %d\n", _obstack_allocated_p(&o, big), _obstack_allocated_p(&o, &o));
    void *empty = obstack_alloc(&o, 0);
    printf("%d\n", (int)((unsigned long)empty & 15));
    obstack_free(&o, big);
    printf("%s %d %d\n", first, live, obstack_object_size(&o));
    obstack_grow(&o, "xyz", 3);
    obstack_blank(&o, 100);
    printf("%d %d\n", obstack_object_size(&o), obstack_memory_used(&o) > 0);
    obstack_free(&o, NULL);
    printf("%d\n", live);
    int count = 0;
    struct obstack w;
    obstack_specify_allocation_with_arg(&w, 100, 32, with, without, &count);
    for (int i = 0; i < 50; i++)
        printf("%d", (int)((unsigned long)obstack_alloc(&w, i) & 31));
    printf(" %d\n", count);
    obstack_free(&w, NULL);
    printf("%d\n", count);
    obstack_alloc_failed_handler = failed;
    struct obstack f;
    obstack_specify_allocation(&f, 1000, 0, refuse, free);
    if (!setjmp(escape))
        obstack_blank(&f, 100000);
    printf("%d\n", obstack_exit_failure);
    return 0;
}
