// The process ends although threads wait for input with streams locked, or hold them, and what other streams hold is written
// flags: -pthread
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include "asleep.h"

static int empty[2];
static volatile int reading[2], holding;
static FILE *held;

static void *read_standard_input(void *unused)
{
    char line[10];
    reading[0] = gettid();
    fgets(line, sizeof line, stdin);
    return unused;
}

static void *read_stream(void *unused)
{
    FILE *in = fdopen(empty[0], "r");
    reading[1] = gettid();
    getc(in);
    return unused;
}

static void *hold(void *unused)
{
    flockfile(held);
    holding = gettid();
    for (;;) pause();
    return unused;
}

int main(void)
{
    pthread_t thread;
    int status;
    pid_t pid = fork();
    if (!pid) {
        alarm(60);
        (void)!pipe(empty);
        dup2(empty[0], 0);
        held = fopen("held", "w");
        fputs("in a stream that is held\n", held);
        FILE *other = fopen("other", "w");
        fputs("in another\n", other);
        printf("to standard output\n");
        pthread_create(&thread, NULL, read_standard_input, NULL);
        pthread_create(&thread, NULL, read_stream, NULL);
        pthread_create(&thread, NULL, hold, NULL);
        wait_until_asleep(&reading[0]), wait_until_asleep(&reading[1]), wait_until_asleep(&holding);
        exit(3);
    }
    waitpid(pid, &status, 0);
    printf("%d %d\n", WIFEXITED(status), WEXITSTATUS(status));
    char line[100];
    for (int i = 0; i < 2; i++) {
        FILE *file = fopen(i ? "other" : "held", "r");
        if (file && fgets(line, sizeof line, file)) fputs(line, stdout);
    }
    return 0;
}
