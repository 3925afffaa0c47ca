// Blocks that grew in one thread and are freed in another do not pile up.
// flags: -lpthread
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 3000 };
static void *handed;
static sem_t full, empty;

static void *consume(void *unused)
{
    (void)unused;
    for (int i = 0; i < ROUNDS; i++) {
        sem_wait(&full);
        free(handed);
        sem_post(&empty);
    }
    return NULL;
}

int main(void)
{
    pthread_t thread;
    sem_init(&full, 0, 0), sem_init(&empty, 0, 1);
    pthread_create(&thread, NULL, consume, NULL);
    for (int i = 0; i < ROUNDS; i++) {
        char *block = malloc(100);
        block = realloc(block, 100000);
        memset(block, i, 100000);
        sem_wait(&empty);
        handed = block;
        sem_post(&full);
    }
    pthread_join(thread, NULL);
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file && fscanf(file, "%*d %ld", &pages) == 1)
        printf("under 60 MB: %d\n", pages < 60000000 / 4096);
    return 0;
}
