// free and realloc end the process, and say why, where they are given what is no block, or one that is free already
// flags: -fno-builtin -lpthread -w
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// Where glibc's allocator looks for the size of a block there are zeros.
static unsigned long words[64] __attribute__((aligned(16)));

static void of_program(void) { free(words + 32); }
static void of_stack(void)
{
    unsigned long here[64] __attribute__((aligned(16)));
    memset(here, 0, sizeof here);
    free(here + 32);
}
static void of_mapping(void) { free((char *)mmap(NULL, 1 << 16, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) + 4096); }
static void of_large_mapping(void) { free((char *)mmap(NULL, 1 << 28, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) + (1 << 27)); }
static void within(void) { free((char *)calloc(1, 100) + 8); }
static void within_large(void) { free((char *)calloc(1, 3000) + 1000); }
static void odd(void) { free((char *)calloc(1, 24) + 1); }
static void twice(void)
{
    void *block = malloc(24);
    free(block);
    free(block);
}
static void twice_of_more(void)
{
    void *first = malloc(1000), *block = malloc(1000), *last = malloc(1000);
    free(block);
    free(block);
}
static void twice_grown(void)
{
    void *block = realloc(realloc(malloc(20), 200), 2000), *last = malloc(2000);
    free(block);
    free(block);
}
static void twice_large(void)
{
    void *block = malloc(2000), *last = malloc(2000);
    free(block);
    free(block);
}
static void twice_aligned(void)
{
    void *block = memalign(64, 200), *last = malloc(200);
    free(block);
    free(block);
}
static void twice_filled(void)
{
    mallopt(M_PERTURB, 0x5a);
    void *block = malloc(4000), *last = malloc(4000);
    free(block);
    free(block);
}
static void program_filled(void)
{
    mallopt(M_PERTURB, 0x5a);
    of_program();
}
static void realloc_program(void) { realloc(words + 32, 100); }
static void realloc_stack(void)
{
    unsigned long here[64] __attribute__((aligned(16)));
    memset(here, 0, sizeof here);
    here[31] = 0x21;
    realloc((char *)here + 8, 100);
}
static void realloc_within(void) { realloc((char *)calloc(1, 100) + 8, 500); }
static void *in_thread(void *unused)
{
    free(malloc(100));
    of_program();
    return unused;
}
static void of_thread(void)
{
    pthread_t thread;
    pthread_create(&thread, NULL, in_thread, NULL);
    pthread_join(thread, NULL);
}

static void try(const char *name, void (*action)(void))
{
    int ends[2], status;
    pipe(ends);
    pid_t child = fork();
    if (child == 0) {
        setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
        dup2(ends[1], 2);
        close(ends[0]);
        action();
        _exit(0);
    }
    close(ends[1]);
    char text[200] = "";
    ssize_t length = 0, more;
    while ((more = read(ends[0], text + length, sizeof text - 1 - length)) > 0)
        length += more;
    close(ends[0]);
    waitpid(child, &status, 0);
    printf("%s: %s %d, %s", name, WIFSIGNALED(status) ? "signal" : "status", WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status),
        length ? text : "nothing\n");
}
#define TRY(name) try(#name, name)

int main(void)
{
    setvbuf(stdout, NULL, _IONBF, 0);
    TRY(of_program);
    TRY(of_stack);
    TRY(of_mapping);
    TRY(of_large_mapping);
    TRY(within);
    TRY(within_large);
    TRY(odd);
    TRY(twice);
    TRY(twice_of_more);
    TRY(twice_grown);
    TRY(twice_large);
    TRY(twice_aligned);
    TRY(twice_filled);
    TRY(program_filled);
    TRY(realloc_program);
    TRY(realloc_stack);
    TRY(realloc_within);
    TRY(of_thread);
}
