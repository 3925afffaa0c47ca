// A thread of musl has 128 KiB of stack.
// musl: RISKY thread-stack
// really: 139
// ours: RUNS -
// really ours: 0
#include <pthread.h>
#include <string.h>
static void *deep(void *unused) { volatile char block[1 << 20]; memset((char *)block, 1, sizeof block); return unused; }
int main(void) { pthread_t thread; pthread_create(&thread, 0, deep, 0); return pthread_join(thread, 0); }
