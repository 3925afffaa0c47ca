// Stacks of threads: mapped here and kept for the next thread, as glibc keeps them.
//
// A mapping costs more than the thread that runs on it. musl maps a stack for each thread and unmaps it at the end; it takes stacks from a
// program too, and those it leaves alone. It says of a thread that it is gone only to whoever joins it, so every thread on a stack of ours is a
// joinable one for musl: those that the program detaches are joined by the next thread that begins or ends.
//
// Both lists are pushed to and emptied in one step each, so neither a signal handler nor a fork can find one locked.
#include <errno.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "attributes.h"
#include "futex.h"
#include "next.h"
#include "stacks.h"
#include "thread-state.h"

// glibc's: how much it keeps, how much of a kept stack stays in memory, how much larger than asked for a kept one may be.
enum { MOST_KEPT = 40 << 20, STAYS_IN_MEMORY = 16384, MOST_OVERSIZE = 4 };

static struct thread_stack *_Atomic kept, *_Atomic ended;
static _Atomic size_t kept_size;

// A thread's own variables lie at the same distance from its pthread_t in every thread.
static struct thread_stack **place_in(pthread_t thread)
{
    return (struct thread_stack **)((uintptr_t)&glibc_compat_thread.stack - (uintptr_t)__builtin_thread_pointer() + (uintptr_t)thread);
}

struct thread_stack *glibc_compat_stack_of(pthread_t thread) { return *place_in(thread); }
void glibc_compat_set_stack_of(pthread_t thread, struct thread_stack *stack) { *place_in(thread) = stack; }

static void push(struct thread_stack *_Atomic *list, struct thread_stack *first, struct thread_stack *last)
{
    last->next = atomic_load(list);
    while (!atomic_compare_exchange_weak(list, &last->next, first))
        ;
}

static struct thread_stack *take_all(struct thread_stack *_Atomic *list) { return atomic_load(list) ? atomic_exchange(list, NULL) : NULL; }

// The smallest that is large enough, as glibc chooses; guards are never moved.
static struct thread_stack **best(struct thread_stack **first, size_t size, size_t guard)
{
    struct thread_stack **found = NULL;
    for (struct thread_stack **each = first; *each; each = &(*each)->next)
        if ((*each)->guard == guard && (*each)->size >= size && (!found || (*each)->size < (*found)->size))
            found = each;
    return found && (*found)->size / MOST_OVERSIZE <= size ? found : NULL;
}

static struct thread_stack *take_kept(size_t size, size_t guard)
{
    struct thread_stack *first = take_all(&kept);
    if (!first)
        return NULL;
    struct thread_stack **found = best(&first, size, guard), *taken = NULL;
    if (found) {
        taken = *found;
        *found = taken->next;
        atomic_fetch_sub(&kept_size, taken->size);
    }
    if (first) {
        struct thread_stack *last = first;
        while (last->next)
            last = last->next;
        push(&kept, first, last);
    }
    return taken;
}

struct thread_stack *glibc_compat_take_stack(size_t size, size_t guard)
{
    size += guard;
    struct thread_stack *stack = take_kept(size, guard);
    if (!stack) {
        int error = errno;
        void *map = mmap(NULL, size, guard ? PROT_NONE : PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
        if (map != MAP_FAILED && guard && mprotect((char *)map + guard, size - guard, PROT_READ | PROT_WRITE)) {
            munmap(map, size);
            map = MAP_FAILED;
        }
        errno = error;
        if (map == MAP_FAILED)
            return NULL;
        stack = (struct thread_stack *)((char *)map + size) - 1;
        stack->map = map;
        stack->size = size;
        stack->guard = guard;
    }
    stack->thread = 0;
    stack->state = JOINABLE;
    stack->created = 0;
    stack->gone = 0;
    return stack;
}

enum { CREATED = 1, AWAITED = 2 };

void glibc_compat_stack_is_created(struct thread_stack *stack, pthread_t thread)
{
    stack->thread = thread;
    glibc_compat_set_stack_of(thread, stack);
    if (atomic_exchange(&stack->created, CREATED) == AWAITED)
        glibc_compat_futex_wake(&stack->created);
}

void glibc_compat_await_creator(struct thread_stack *stack)
{
    for (int state = 0; stack && (state = atomic_load(&stack->created)) != CREATED;)
        if (state == AWAITED || atomic_compare_exchange_strong(&stack->created, &state, AWAITED))
            glibc_compat_futex_wait(&stack->created, AWAITED);
}

void glibc_compat_keep_stack(struct thread_stack *stack)
{
    if (atomic_fetch_add(&kept_size, stack->size) + stack->size <= MOST_KEPT) {
        push(&kept, stack, stack);
        return;
    }
    atomic_fetch_sub(&kept_size, stack->size);
    int error = errno;
    munmap(stack->map, stack->size);
    errno = error;
}

// musl wakes a joiner twice, before the thread's last steps and after. Ours sleeps once: the kernel wakes it when the thread is gone, by the list
// of robust locks, of which this word is the only one. A thread with robust mutexes, whose list is musl's, wakes its joiner here.
static void tell_joiner(struct thread_stack *stack)
{
    stack->robust_list = (struct robust_list){ .first = &stack->robust_list.first, .pending = &stack->gone };
    if (!glibc_compat_thread.has_robust_list) {
        atomic_fetch_or(&stack->gone, glibc_compat_thread_number());
        if (!syscall(SYS_set_robust_list, &stack->robust_list, sizeof stack->robust_list))
            return;
    }
    if (atomic_exchange(&stack->gone, FUTEX_OWNER_DIED) & FUTEX_WAITERS)
        futex(&stack->gone, FUTEX_WAKE, 1, NULL);
}

int glibc_compat_await_end(struct thread_stack *stack, const struct timespec *deadline)
{
    int type, error = 0, enclosing = glibc_compat_thread.call_is_asynchronous;
    // No cancellation acts where there is nothing to wait for.
    if (atomic_load(&stack->gone) & FUTEX_OWNER_DIED)
        return 0;
    if (deadline && (deadline->tv_nsec < 0 || deadline->tv_nsec >= 1000000000))
        return EINVAL;
    glibc_compat_thread.call_is_asynchronous = 1;
    NEXT(pthread_setcanceltype)(PTHREAD_CANCEL_ASYNCHRONOUS, &type);
    for (int now; error != ETIMEDOUT && !((now = atomic_load(&stack->gone)) & FUTEX_OWNER_DIED);)
        if (now & FUTEX_WAITERS || atomic_compare_exchange_strong(&stack->gone, &now, now | FUTEX_WAITERS))
            error = deadline && deadline->tv_sec < 0 ? ETIMEDOUT : futex_wait_shared(&stack->gone, now | FUTEX_WAITERS, deadline);
    glibc_compat_thread.call_is_asynchronous = enclosing;
    NEXT(pthread_setcanceltype)(type, NULL);
    return error == ETIMEDOUT ? error : 0;
}

void glibc_compat_stack_ends(struct thread_stack *stack)
{
    size_t page = (size_t)getpagesize();
    uintptr_t from = (uintptr_t)stack->map + stack->guard, to = (uintptr_t)__builtin_frame_address(0) & -page;
    if (to > from && to - from > STAYS_IN_MEMORY)
        madvise((void *)from, to - from - STAYS_IN_MEMORY, MADV_DONTNEED);
    int state = JOINABLE;
    if (atomic_compare_exchange_strong(&stack->state, &state, ENDED)) {
        tell_joiner(stack);
        return;
    }
    glibc_compat_reap_detached();
    push(&ended, stack, stack);
}

void glibc_compat_reap_detached(void)
{
    struct thread_stack *next;
    for (struct thread_stack *each = take_all(&ended); each; each = next) {
        next = each->next;
        // One that is still on its way to musl's end is for whoever comes next.
        if (atomic_load(&each->created) == CREATED && !NEXT(pthread_tryjoin_np)(each->thread, NULL))
            glibc_compat_keep_stack(each);
        else
            push(&ended, each, each);
    }
}

void glibc_compat_stacks_forked(void)
{
    struct thread_stack *next;
    for (struct thread_stack *each = take_all(&ended); each; each = next) {
        next = each->next;
        glibc_compat_keep_stack(each);
    }
}
