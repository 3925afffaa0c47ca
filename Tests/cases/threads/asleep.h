// Waiting until another thread sleeps in the kernel: there it waits for what the test does next, and no time is long enough on every machine.
#pragma once
#include <stdio.h>
#include <unistd.h>

// The thread's letter in /proc: 'S' asleep, 'Z' ended (a main thread), 0 where there is no such thread any more.
static inline char state_of(int thread)
{
    char path[64], state = 0;
    snprintf(path, sizeof path, "/proc/self/task/%d/stat", thread);
    FILE *file = fopen(path, "r");
    if (!file) return 0;
    if (fscanf(file, "%*d %*s %c", &state) != 1) state = 0;
    fclose(file);
    return state;
}

// The thread stores its gettid() when nothing lies between it and the wait; several looks, because a page fault is a short sleep as well.
static inline void wait_until_asleep(volatile int *thread)
{
    for (int asleep = 0; asleep < 3;) {
        usleep(2000);
        if (!*thread) continue;
        char state = state_of(*thread);
        if (!state) return;
        asleep = state == 'S' ? asleep + 1 : 0;
    }
}
