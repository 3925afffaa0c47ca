// Waiting until another thread sleeps in the kernel: there it waits for what the test does next, and no time is long enough on every machine.
#pragma once
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

// The thread's letter in /proc: 'S' asleep, 'Z' ended (a main thread), 0 where there is no such thread any more.
static inline char state_of(int thread)
{
    // No stream: a thread that waits in one of those may hold what opening another takes.
    char path[64], text[200], state = 0;
    snprintf(path, sizeof path, "/proc/self/task/%d/stat", thread);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    ssize_t size = read(file, text, sizeof text - 1);
    text[size > 0 ? size : 0] = 0;
    if (sscanf(text, "%*d %*s %c", &state) != 1) state = 0;
    close(file);
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
