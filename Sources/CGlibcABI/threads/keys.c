// <pthread.h>: thread-specific data with glibc's 1024 keys, where musl has 128.
//
// A key's sequence number is odd while the key exists. A value counts only under the number it was stored with, so a key that is deleted
// and made anew starts with NULL in every thread without anybody visiting them.
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <threads.h>
#include "alias.h"
#include "next.h"
#include "thread-state.h"

enum { KEYS = 1024, BLOCK = 32, BLOCKS = KEYS / BLOCK, ROUNDS = 4 };

static struct {
    _Atomic uintptr_t sequence;
    void (*_Atomic destructor)(void *);
} keys[KEYS];

struct value {
    uintptr_t sequence;
    void *data;
};

// Most threads use the first keys only: their values need no memory.
static THREAD_LOCAL struct value first_values[BLOCK];
static THREAD_LOCAL struct value *blocks[BLOCKS];
static THREAD_LOCAL int used;

/// pthread_key_create(3).
int pthread_key_create(pthread_key_t *key, void (*destructor)(void *))
{
    for (unsigned n = 0; n < KEYS; n++) {
        uintptr_t sequence = atomic_load(&keys[n].sequence);
        if (sequence & 1 || !atomic_compare_exchange_strong(&keys[n].sequence, &sequence, sequence + 1))
            continue;
        atomic_store(&keys[n].destructor, destructor);
        *key = n;
        return 0;
    }
    return EAGAIN;
}
ALIAS(pthread_key_create, __pthread_key_create);

/// pthread_key_delete(3).
int pthread_key_delete(pthread_key_t key)
{
    if (key >= KEYS)
        return EINVAL;
    uintptr_t sequence = atomic_load(&keys[key].sequence);
    return sequence & 1 && atomic_compare_exchange_strong(&keys[key].sequence, &sequence, sequence + 1) ? 0 : EINVAL;
}

static struct value *value_of(pthread_key_t key)
{
    if (key < BLOCK)
        return &first_values[key];
    struct value *block = key < KEYS ? blocks[key / BLOCK] : NULL;
    return block ? &block[key % BLOCK] : NULL;
}

/// pthread_getspecific(3).
void *pthread_getspecific(pthread_key_t key)
{
    struct value *value = value_of(key);
    if (!value || !value->data)
        return NULL;
    if (value->sequence != atomic_load_explicit(&keys[key].sequence, memory_order_relaxed)) {
        value->data = NULL;
        return NULL;
    }
    return value->data;
}
ALIAS(pthread_getspecific, __pthread_getspecific);

/// pthread_setspecific(3). Errors: EINVAL for a key that does not exist, ENOMEM.
int pthread_setspecific(pthread_key_t key, const void *data)
{
    uintptr_t sequence = key < KEYS ? atomic_load_explicit(&keys[key].sequence, memory_order_relaxed) : 0;
    if (!(sequence & 1))
        return EINVAL;
    struct value *value = value_of(key);
    if (!value) {
        if (!data)
            return 0;
        struct value *block = calloc(BLOCK, sizeof *block);
        if (!block)
            return ENOMEM;
        blocks[key / BLOCK] = block;
        value = &block[key % BLOCK];
    }
    *value = (struct value){ sequence, (void *)data };
    if (data && !used) {
        used = 1;
        glibc_compat_attach_thread();
    }
    return 0;
}
ALIAS(pthread_setspecific, __pthread_setspecific);

void glibc_compat_run_key_destructors(void)
{
    for (int round = 0; used && round < ROUNDS; round++) {
        used = 0;
        for (pthread_key_t key = 0; key < KEYS; key++) {
            struct value *value = value_of(key);
            if (!value) {
                key += BLOCK - 1;
                continue;
            }
            void *data = value->data;
            if (!data)
                continue;
            value->data = NULL;
            void (*destructor)(void *) = atomic_load(&keys[key].destructor);
            if (value->sequence == atomic_load(&keys[key].sequence) && destructor)
                destructor(data);
        }
    }
    for (int n = 1; n < BLOCKS; n++) {
        free(blocks[n]);
        blocks[n] = NULL;
    }
}

// <threads.h>'s names for the same.
int tss_create(tss_t *key, tss_dtor_t destructor) { return pthread_key_create(key, destructor) ? thrd_error : thrd_success; }
void tss_delete(tss_t key) { pthread_key_delete(key); }
void *tss_get(tss_t key) { return pthread_getspecific(key); }
int tss_set(tss_t key, void *data)
{
    int error = pthread_setspecific(key, data);
    return error ? error == ENOMEM ? thrd_nomem : thrd_error : thrd_success;
}
