// Thread-specific data: 1024 keys, four rounds of destructors, reuse of a deleted key starts empty
// flags: -pthread
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <threads.h>

static pthread_key_t again, once, far;
static int rounds;
static void store_again(void *value) { rounds++; pthread_setspecific(again, value); }
static void say(void *value) { printf("destructor of %s\n", (char *)value); }

static void *use(void *unused)
{
    pthread_setspecific(again, "again");
    pthread_setspecific(once, "once");
    pthread_setspecific(far, "far");
    return unused;
}

int main(void)
{
    static pthread_key_t keys[2000];
    int made = 0, error;
    while (!(error = pthread_key_create(&keys[made], NULL))) made++;
    printf("keys: more than 1000 %d, at most 1024 %d, then %d\n", made > 1000, made <= 1024, error);
    printf("set last %d\n", pthread_setspecific(keys[made - 1], "x"));
    printf("get %s\n", (char *)pthread_getspecific(keys[made - 1]));
    far = keys[made - 2];
    for (int i = 0; i < made; i++) if (keys[i] != keys[made - 1]) pthread_key_delete(keys[i]);
    printf("deleted twice %d, set deleted %d, delete 5000 %d\n", pthread_key_delete(far), pthread_setspecific(far, "x"), pthread_key_delete(5000));
    pthread_key_t k;
    pthread_key_create(&k, NULL);
    pthread_setspecific(k, "old");
    pthread_key_delete(k);
    pthread_key_t k2;
    pthread_key_create(&k2, NULL);
    printf("same %d empty %d\n", k == k2, pthread_getspecific(k2) == NULL);
    pthread_key_create(&again, store_again);
    pthread_key_create(&once, say);
    pthread_key_create(&far, say);
    pthread_t thread;
    pthread_create(&thread, NULL, use, NULL);
    pthread_join(thread, NULL);
    printf("rounds %d\n", rounds);
    tss_t t;
    printf("tss %d\n", tss_create(&t, NULL));
    printf("%d\n", tss_set(t, "v"));
    printf("%s\n", (char *)tss_get(t));
    return 0;
}
