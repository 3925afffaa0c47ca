// one compiled expression serves several threads at once, with and without back-references
// flags: -pthread
#include <pthread.h>
#include <regex.h>
#include <stdio.h>

static regex_t plain, back;
static int wrong;
static void *work(void *argument)
{
    for (int i = 0; i < 20000; i++) {
        regmatch_t m[2];
        char text[40];
        snprintf(text, sizeof text, "%*s%d-%d", i % 7, "", i, i);
        if (regexec(&plain, text, 2, m, 0) || m[1].rm_so != i % 7) __atomic_fetch_add(&wrong, 1, __ATOMIC_RELAXED);
        if (regexec(&back, text, 2, m, 0) || m[0].rm_so != i % 7) __atomic_fetch_add(&wrong, 1, __ATOMIC_RELAXED);
    }
    return NULL;
}
int main(void)
{
    pthread_t t[4];
    regcomp(&plain, "([0-9]+)-", REG_EXTENDED), regcomp(&back, "([0-9]+)-\\1$", REG_EXTENDED);
    for (int i = 0; i < 4; i++) pthread_create(&t[i], NULL, work, NULL);
    for (int i = 0; i < 4; i++) pthread_join(t[i], NULL);
    regfree(&plain), regfree(&back);
    printf("wrong %d\n", wrong);
}
