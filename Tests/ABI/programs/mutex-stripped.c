// The same without debug information: forty bytes that look like one are a note, no more.
// musl: RUNS mutex-recursive-init
// really: 9
// ours: RUNS -
// really ours: 0
#define _GNU_SOURCE
#include <pthread.h>
pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
int main(void) {
    pthread_mutex_lock(&lock);
    return pthread_mutex_trylock(&lock) ? 9 : 0;
}
