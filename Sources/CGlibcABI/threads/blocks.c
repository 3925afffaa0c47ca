// The block of a thread's variables, on the thread's own stack.
//
// Of a stack that it is given musl takes the block too, but only where that is small, and one with glibc's surplus for libraries opened late
// never is: it maps the block for each thread and unmaps it, which costs as much as the thread. So while a thread of ours is created, the two
// words that say how large a block is and how it is aligned hold something else: a small size, and an alignment so large that musl goes far down
// to align the thread pointer. From the top of what musl is given:
//
//     musl's keys | table of modules, the size that musl is told | room for the thread's first steps and a signal | musl's record of the thread |
//     (thread pointer) the variables | the stack
//
// musl starts the thread in that room, and its first step is onto the stack below (enter-thread.S). musl copies the variables' image itself.
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>
#include <glibc-compat/loader-interface.h>
#include "blocks.h"
#include "futex.h"

enum {
    KEYS = PTHREAD_KEYS_MAX * sizeof(void *), // musl's
    TOLD_SIZE = 64,                           // the table: as many words as modules, of which there is one, and one more
    FIRST_STEPS = 4096,                       // and whatever a handler of musl's own signals needs above the kernel's frame
    LEAST_SIGNAL_FRAME = 2048,
    MOST_ALIGNMENT = 65536,
};

static unsigned long *words, size, alignment;
static struct thread_blocks blocks;

static void find(void)
{
    // It has its own errno of a kernel that says nothing; pthread_create has none.
    int saved = errno;
    unsigned long below, frame = getauxval(AT_MINSIGSTKSZ);
    errno = saved;
    if (!&__glibc_compat_loader || __glibc_compat_loader.size < offsetof(struct glibc_compat_loader, thread_block_words) + sizeof(void *))
        return;
    unsigned long *found = __glibc_compat_loader.thread_block_words(&below);
    // musl's size: what lies below, its record, twice the alignment, and rounded up to that.
    if (!found || found[0] - below - 2 * found[1] > ((BLOCK_RECORD + found[1] - 1) & -found[1]))
        return;
    if (frame < LEAST_SIGNAL_FRAME)
        frame = LEAST_SIGNAL_FRAME;
    size_t room = (frame + FIRST_STEPS + 63) & -64ul, told = 4096;
    // musl aligns downwards from the record's own size below the keys.
    while (told < BLOCK_RECORD + room + TOLD_SIZE)
        told *= 2;
    if (told > MOST_ALIGNMENT || found[1] > told)
        return;
    size = found[0];
    alignment = found[1];
    blocks.below = below;
    blocks.span = BLOCK_RECORD + room + TOLD_SIZE + KEYS;
    blocks.alignment = told;
    blocks.bytes = below + blocks.span + told;
    words = found;
}

const struct thread_blocks *glibc_compat_thread_blocks(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, find);
    return &blocks;
}

static _Atomic int creating;

void glibc_compat_begin_creation(int ours)
{
    take_lock(&creating);
    if (ours) {
        words[0] = TOLD_SIZE;
        words[1] = blocks.alignment;
    }
}

void glibc_compat_end_creation(int ours)
{
    if (ours) {
        words[0] = size;
        words[1] = alignment;
    }
    give_lock(&creating);
}

void glibc_compat_creation_forked(void)
{
    if (words) {
        words[0] = size;
        words[1] = alignment;
    }
    atomic_store(&creating, 0);
}
