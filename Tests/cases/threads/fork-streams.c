// A child has no stream locked by threads that it does not have: neither its end nor its use of a stream waits for them
// flags: -pthread
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include "asleep.h"

enum { HELD = 3 };
static int empty[2];
static volatile int reading, holding[HELD];
static FILE *held[HELD], *own;

static void *read_input(void *unused)
{
    reading = gettid();
    getchar();
    return unused;
}

static void *hold(void *which)
{
    flockfile(held[(long)which]);
    holding[(long)which] = gettid();
    for (;;) pause();
}

static void *use(void *unused)
{
    // The thread that forked had it.
    int status = ftrylockfile(own) != 0;
    for (int i = 0; i < HELD; i++) {
        fprintf(held[i], "%d\n", i);
        flockfile(held[i]), fputs("again\n", held[i]), funlockfile(held[i]);
        status += ftrylockfile(held[i]) == 0;
    }
    _exit(20 + status);
    return unused;
}

static void in_child(int what)
{
    pthread_t thread;
    alarm(60);
    switch (what) {
    case 0: exit(3);
    case 1: fclose(stdin); exit(4);
    case 2: fputs("text", held[0]); exit(5);
    case 3: fflush(NULL); _exit(6);
    case 4: flockfile(held[1]); _exit(ftrylockfile(stdin) ? 0 : 7);
    case 5: fclose(held[2]); exit(8);
    case 6: fputs("text", own); funlockfile(own); _exit(ftrylockfile(own) ? 0 : 9);
    case 7: pthread_create(&thread, NULL, use, NULL); pthread_join(thread, NULL); _exit(0);
    case 8: freopen("other", "w", held[1]); _exit(fork() ? 10 : 0);
    }
}

// A handler may use them as well.
static void in_handler(void) { fputs("x", held[0]); }

int main(void)
{
    pthread_t thread;
    (void)!pipe(empty);
    dup2(empty[0], 0);
    held[0] = fopen("0", "w"), own = fopen("own", "w"), held[1] = fopen("1", "w");
    pthread_create(&thread, NULL, read_input, NULL);
    // The last of them is opened after the first fork.
    for (long i = 0; i < 2; i++)
        pthread_create(&thread, NULL, hold, (void *)i);
    wait_until_asleep(&reading), wait_until_asleep(&holding[0]), wait_until_asleep(&holding[1]);
    pid_t first = fork();
    if (!first)
        _exit(0);
    waitpid(first, NULL, 0);
    held[2] = fopen("2", "w");
    pthread_create(&thread, NULL, hold, (void *)2l);
    wait_until_asleep(&holding[2]);
    pthread_atfork(NULL, NULL, in_handler);
    flockfile(own);
    for (int what = 0; what < 9; what++) {
        int status;
        fflush(stdout);
        pid_t pid = fork();
        if (!pid)
            in_child(what);
        waitpid(pid, &status, 0);
        printf("%d: %d %d\n", what, WIFEXITED(status), WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
    }
    fflush(stdout);
    _exit(ftrylockfile(held[0]) ? 0 : 1);
}
