// A program that uses such a library. ALONE: only what the library does with its own types.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void musl_types(void), musl_release(char *), musl_set(void), musl_register(void);
char *musl_memory(void);
const char *musl_get(void);
int musl_lock(pthread_mutex_t *);
FILE *musl_open(void);
int musl_timer(void), musl_request(void);
extern char __libc_single_threaded __attribute__((weak));    // musl has none
static int alone(void) { return &__libc_single_threaded && __libc_single_threaded; }

void musl_throw_away(FILE *, int), musl_take_buffer(FILE *);

// Stores into the buffer without a call (window.c of the shim), where the library has thrown away what it held and taken it.
static void write_by_itself(void)
{
    FILE *file = tmpfile();
    for (int i = 0; i < 5; i++) {
        putc_unlocked('a' + i, file), putc_unlocked('x', file), putc_unlocked('y', file);
        if (i < 4) i < 2 ? musl_throw_away(file, i) : musl_take_buffer(file);
    }
    for (int i = 0; i < 9000; i++) putc_unlocked('z', file);
    rewind(file);
    int count = 0;
    for (int c; (c = getc(file)) != EOF; count++)
        if (count < 12) putchar(c);
    printf(" and all %d\n", count), fclose(file);
}

static void last(void) { puts("glibc's side ends"); }

int main(int count, char **arguments)
{
    if (count > 1 && (!strcmp(arguments[1], "timer") || !strcmp(arguments[1], "request"))) {
        int result = (*arguments[1] == 't' ? musl_timer : musl_request)();
        printf("%s: %d, alone %d\n", arguments[1], result, alone());
        return 0;
    }
    if (count > 1) {
        void *library = dlopen(arguments[1], RTLD_NOW);
        if (!library) return puts(dlerror()), 1;
        ((void (*)(void))dlsym(library, "musl_register"))();
        printf("dlclose: %d\n", dlclose(library));
        return 0;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    musl_types();
    char *memory = musl_memory();
    puts(memory), free(memory), musl_release(strdup("allocated here"));
    pthread_mutex_t mutex = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
    pthread_mutex_lock(&mutex);
    printf("a recursive lock: %d\n", musl_lock(&mutex));
    musl_set(), puts(getenv("SHARED"));
    setenv("SHARED", "set here", 1), puts(musl_get());
    FILE *file = musl_open();
    char line[64] = "";
    fgets(line, sizeof line, file), fputs(line, stdout), fclose(file);
    write_by_itself();
    regex_t regex;      // the program's own are glibc's still
    printf("regcomp here: %d", regcomp(&regex, "\\(a\\)\\1", 0));
    printf(", %zu groups\n", regex.re_nsub);
    atexit(last), musl_register();
    return 0;
}
