// blocks that other threads free, threads that come and go without memory growing, and children of a fork amid allocation
// flags: -pthread
#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
enum { SLOTS = 512 };
static unsigned char *slots[SLOTS];
static _Atomic int stop, bad;
static unsigned draw(unsigned *state, unsigned limit) { *state = *state * 1664525u + 1013904223u; return (*state >> 8) % limit; }
static void *trade(void *argument)
{
    unsigned state = (unsigned)(uintptr_t)argument;
    for (long i = 0; i < 200000 && !stop; i++) {
        size_t size = 2 + draw(&state, i % 50 ? 300 : 70000);
        unsigned char *block = malloc(size), tag = (unsigned char)draw(&state, 256);
        block[0] = tag; block[1] = tag; block[size - 1] = block[0];
        unsigned char *other = __atomic_exchange_n(&slots[draw(&state, SLOTS)], block, __ATOMIC_ACQ_REL);
        if (other && other[0] != other[1] && malloc_usable_size(other) > 2) bad++;
        free(other);
    }
    return NULL;
}
static void *brief(void *argument)
{
    char *kept[40];
    for (int i = 0; i < 40; i++) memset(kept[i] = malloc(5000), 1, 5000);
    for (int i = 0; i < 39; i++) free(kept[i]);
    return kept[39];
}
static long resident(void)
{
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    fscanf(file, "%*d %ld", &pages);
    fclose(file);
    return pages * 4;
}
int main(void)
{
    pthread_t threads[4];
    for (intptr_t i = 0; i < 4; i++) pthread_create(&threads[i], NULL, trade, (void *)(i + 1));
    int good = 0;
    for (int i = 0; i < 60; i++) {
        pid_t child = fork();
        if (child == 0) {
            alarm(300);
            unsigned state = 9;
            for (int k = 0; k < SLOTS; k++) { free(slots[k]); slots[k] = NULL; }
            for (int k = 0; k < 3000; k++) { char *p = malloc(1 + draw(&state, 3000)); p[0] = 1; free(p); }
            pthread_t thread; void *result;
            pthread_create(&thread, NULL, brief, NULL); pthread_join(thread, &result); free(result);
            _exit(0);
        }
        int status;
        waitpid(child, &status, 0);
        good += status == 0;
    }
    for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
    printf("children %d bad %d\n", good, bad);
    long start = 0;
    for (int i = 0; i < 1500; i++) {
        pthread_t thread; void *result;
        pthread_create(&thread, NULL, brief, NULL); pthread_join(thread, &result); free(result);
        if (i == 300) start = resident();
    }
    printf("grown %d\n", resident() - start > 20000);
    return 0;
}
