// AddressSanitizer's runtime starts, lets a sound program with threads and libraries alone, and ends one that is not.
// lib: libown.so -DLIB_OWN -fsanitize=address -static-libasan
// flags: -fsanitize=address,undefined -static-libasan -static-libubsan -Wl,--export-dynamic -ldl -lpthread
// sh: for how in sound beyond freed array twice shift; do ./prog $how 2>messages; echo "$how $?"; grep -o 'ERROR: AddressSanitizer: [a-z-]*' messages; grep -o 'runtime error: .*' messages; done
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#if defined LIB_OWN
__thread char local[200];
char *own(void) { memset(local, 3, sizeof local); return strdup(local + sizeof local - 1); }
#else
static void *thread(void *unused)
{
    void *library = dlopen("./libown.so", RTLD_NOW);
    char *(*own)(void) = library ? (char *(*)(void))dlsym(library, "own") : NULL;
    if (!own)
        return puts(dlerror()), unused;
    char *volatile block = malloc(50);
    snprintf(block, 50, "%d", 42);
    free(block);
    return unused;
}

int main(int count, char **arguments)
{
    pthread_t threads[4];
    char line[20];
    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, thread, NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    char *volatile block = malloc(10);
    memset(block, 0, 10);
    snprintf(line, sizeof line, "%d", count);
    switch (arguments[1][0]) {
    case 'b': strcpy(block, "0123456789"); break;
    case 'f': free(block); printf("%d\n", block[3]); break;
    case 'a': memset(line, 1, sizeof line + count - 1); break;
    case 's': if (arguments[1][1] == 'h') printf("%d\n", 1 << (count + 40)); break;
    case 't': free(block); break;
    }
    free(block);
    return 0;
}
#endif
