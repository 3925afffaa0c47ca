// A static recursive mutex, proved by debug information: musl takes it for a normal one, which its owner cannot relock.
// flags: -g
// musl: RISKY mutex-recursive-init
// really: 9
// ours: RUNS -
// really ours: 0
#define _GNU_SOURCE
#include <pthread.h>
static struct { int before; pthread_mutex_t lock[2]; } state =
    {1, {PTHREAD_MUTEX_INITIALIZER, PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP}};
int main(void) {
    pthread_mutex_lock(&state.lock[1]);
    return pthread_mutex_trylock(&state.lock[1]) ? 9 : 0;
}
