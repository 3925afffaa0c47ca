// __fsetlocking says how a stream was locked, and a stream that its caller locks works with threads as before
// flags: -pthread
#include <pthread.h>
#include <stdio.h>
#include <stdio_ext.h>

static void *write_some(void *stream)
{
    for (int i = 0; i < 1000; i++)
        fprintf(stream, "%d", i % 10), putc('x', stream);
    return NULL;
}

int main(void)
{
    FILE *file = fopen("file", "w+");
    printf("%d", __fsetlocking(file, FSETLOCKING_QUERY)), printf(" %d", __fsetlocking(file, FSETLOCKING_BYCALLER));
    printf(" %d", __fsetlocking(file, FSETLOCKING_QUERY)), printf(" %d", __fsetlocking(file, FSETLOCKING_INTERNAL));
    printf(" %d", __fsetlocking(file, FSETLOCKING_QUERY)), printf(" %d", __fsetlocking(stdout, FSETLOCKING_QUERY));
    printf(" %d\n", __fsetlocking(file, FSETLOCKING_BYCALLER));
    for (int round = 0; round < 3; round++) {
        pthread_t thread;
        pthread_create(&thread, NULL, write_some, file), pthread_join(thread, NULL);
        write_some(file);
        printf("at %ld", ftell(file)), printf(" %d\n", __fsetlocking(file,
            round == 1 ? FSETLOCKING_INTERNAL : FSETLOCKING_QUERY));
    }
    flockfile(file), putc('y', file), putc_unlocked('z', file), funlockfile(file);
    rewind(file);
    long sum = 0;
    for (int c; (c = getc(file)) != EOF;)
        sum = sum * 31 + c;
    printf("%lx\n", sum), fclose(file);
    return 0;
}
