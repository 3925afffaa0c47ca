// Copies of texts, texts in any case, their order, the second of the day, and spin locks
// flags: -fno-builtin -pthread
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void find(const char *text, const char *wanted)
{
    const char *found = strcasestr(text, wanted);
    printf("'%.12s' '%s': %ld\n", text, wanted, found ? (long)(found - text) : -1L);
}

static pthread_spinlock_t lock;
static long counter;
static void *count(void *unused)
{
    for (int i = 0; i < 300; i++) pthread_spin_lock(&lock), counter++, pthread_spin_unlock(&lock);
    return unused;
}

int main(void)
{
    char *copy = strdup("a text"), *empty = strdup(""), *part = strndup("a text", 3), *whole = strndup("a text", 100), *none = strndup("a text", 0);
    printf("[%s] [%s] [%s] [%s] [%s]\n", copy, empty, part, whole, none);
    free(copy), free(empty), free(part), free(whole), free(none);
    char open_end[3] = { 'a', 'b', 'c' };
    printf("[%s]\n", part = strndup(open_end, 3));
    free(part);

    find("", ""), find("", "a"), find("abc", ""), find("abc", "abcd"), find("ABC", "abc"), find("xxAbC", "aBc"), find("aaab", "AAB"), find("aab", "b");
    find("\303\204bc", "\303\244bc"), find("x\303\204bc", "\303\204BC"), find("[@`{", "`"), find("[@`{", "@"), find("z[", "Z{"), find("k", "\342\204\252");
    char line[300];
    memset(line, 'a', 299), line[299] = 0, line[298] = 'B';
    find(line, "aaaaaaaaab"), find(line, "AAAAAAAAAC");
    printf("%d %d %d %d\n", strcoll("a", "b") < 0, strcoll("b", "B") > 0, strcoll("same", "same"), strcoll("\303\244", "z") > 0);

    struct timespec now;
    time_t told = 0, one = time(&told), two;
    clock_gettime(CLOCK_REALTIME_COARSE, &now);
    two = time(NULL);
    printf("%d %d\n", one == told, now.tv_sec >= one && now.tv_sec <= two);

    int made = pthread_spin_init(&lock, PTHREAD_PROCESS_PRIVATE), first = pthread_spin_trylock(&lock), second = pthread_spin_trylock(&lock);
    int given = pthread_spin_unlock(&lock), taken = pthread_spin_lock(&lock), third = pthread_spin_trylock(&lock);
    pthread_spin_unlock(&lock);
    printf("%d %d %d %d %d %d\n", made, first, second, given, taken, third);
    pthread_t threads[3];
    for (int i = 0; i < 3; i++) pthread_create(&threads[i], NULL, count, NULL);
    for (int i = 0; i < 3; i++) pthread_join(threads[i], NULL);
    printf("%ld %d\n", counter, pthread_spin_destroy(&lock));
    return 0;
}
