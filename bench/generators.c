// Many contexts that yield in turns, as generators do: what a switch costs when contexts no longer fit a cache, and what one weighs.
//
// A context and its stack share a page: the context lies below the place where its stack begins.
#include "bench.h"
#include <sys/mman.h>
#include <unistd.h>

#define SLOT 4096
static char *slots;
static ucontext_t scheduler;
static fcontext *jumps;
static const struct library *library;

static ucontext_t *context(long number) { return (ucontext_t *)(slots + number * SLOT); }
static long resident(void)
{
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file && fscanf(file, "%*d %ld", &pages) != 1)
        pages = 0;
    if (file)
        fclose(file);
    return pages * sysconf(_SC_PAGESIZE);
}

static void generator(unsigned high, unsigned low)
{
    ucontext_t *mine = (ucontext_t *)((uintptr_t)high << 32 | low);
    for (;;)
        library->swap(mine, &scheduler);
}
static void jumping(struct transfer transfer)
{
    for (;;)
        transfer = jump_fcontext(transfer.from, NULL);
}

static void start(long number)
{
    if (!library) {
        jumps[number] = jump_fcontext(make_fcontext(slots + (number + 1) * SLOT, SLOT, jumping), NULL).from;
        return;
    }
    ucontext_t *mine = context(number);
    library->get(mine);
    mine->uc_stack.ss_sp = mine + 1;
    mine->uc_stack.ss_size = SLOT - sizeof *mine;
    mine->uc_link = NULL;
    library->make(mine, (void (*)(void))generator, 2, (unsigned)((uintptr_t)mine >> 32), (unsigned)(uintptr_t)mine);
    library->swap(&scheduler, mine);
}

struct generators measure_generators(const struct library *of, long count, long switches)
{
    struct generators result = { -1, -1 };
    library = of;
    slots = mmap(NULL, count * SLOT, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    jumps = of ? NULL : calloc(count, sizeof *jumps);
    if (slots == MAP_FAILED || (!of && !jumps))
        return result;
    madvise(slots, count * SLOT, MADV_NOHUGEPAGE);
    long before = resident();
    for (long i = 0; i < count; i++)
        start(i);
    result.bytes = (double)(resident() - before) / count;
    long rounds = switches / 2 / count;
    uint64_t begin = nanoseconds_now();
    for (long round = 0; round < rounds; round++)
        for (long i = 0; i < count; i++) {
            if (of)
                of->swap(&scheduler, context(i));
            else
                jumps[i] = jump_fcontext(jumps[i], NULL).from;
        }
    result.nanoseconds = (double)(nanoseconds_now() - begin) / (rounds * count * 2);
    munmap(slots, count * SLOT);
    free(jumps);
    return result;
}
