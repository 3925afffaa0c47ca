// A stream whose new file cannot be opened is closed, and a standard one is free for other threads then
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static FILE *streams[3];

static void *use(void *name)
{
    for (int i = 0; i < 3; i++) {
        errno = 0;
        FILE *result = freopen("nothing/here", name ? name : "r", streams[i]);
        printf("%d: %d %s\n", i, result != NULL, strerrorname_np(errno));
    }
    return NULL;
}

static void *look(void *unused)
{
    // Not of the one that is freed.
    for (int i = 0; i < 2; i++) {
        int held = ftrylockfile(streams[i]) != 0;
        if (!held)
            funlockfile(streams[i]);
        printf("%d is %s\n", i, held ? "held" : "free");
    }
    FILE *again = freopen("file", "w+", stdin);
    printf("%d\n", again == stdin && fputs("text", stdin) >= 0 && fseek(stdin, 0, SEEK_SET) == 0 && getchar() == 't');
    return unused;
}

int main(void)
{
    pthread_t thread;
    streams[0] = stdin, streams[1] = stderr, streams[2] = fopen("file", "w");
    alarm(60);
    pthread_create(&thread, NULL, use, "r");
    pthread_join(thread, NULL);
    pthread_create(&thread, NULL, look, NULL);
    pthread_join(thread, NULL);
    return 0;
}
