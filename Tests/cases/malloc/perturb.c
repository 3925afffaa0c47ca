// MALLOC_PERTURB_ and the tunable glibc.malloc.perturb fill new blocks, in every way of writing the number
// flags: -fno-builtin
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/wait.h>

static void show(void)
{
    size_t size = 5000;
    unsigned char *block = malloc(size);
    int same = 1;
    for (size_t i = 1; i < size; i++)
        same &= block[i] == block[0];
    // Unfilled ones hold whatever it is.
    printf(" %d", same ? block[0] : 0);
    fflush(stdout);
}

int main(int argc, char **argv)
{
    if (argc > 1) {
        show();
        return 0;
    }
    static const char *const settings[] = {
        "MALLOC_PERTURB_=165", "MALLOC_PERTURB_=0xa5", "MALLOC_PERTURB_=0245", "MALLOC_PERTURB_=0", "MALLOC_PERTURB_=256", "MALLOC_PERTURB=3",
        "GLIBC_TUNABLES=glibc.malloc.perturb=17", "GLIBC_TUNABLES=glibc.malloc.arena_max=1:glibc.malloc.perturb=0x11",
        "GLIBC_TUNABLES=glibc.malloc.perturb=17:glibc.malloc.arena_max=1", "GLIBC_TUNABLES=", "GLIBC_TUNABLES=:", "GLIBC_TUNABLES=nothing.at.all=3",
        "MALLOC_TRIM_THRESHOLD_=0", "MALLOC_TRIM_THRESHOLD_=100000000000",
    };
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        printf("%s", settings[i]);
        fflush(stdout);
        pid_t child = fork();
        if (child == 0) {
            char *environment[] = {(char *)settings[i], NULL}, *arguments[] = {argv[0], "show", NULL};
            execve("/proc/self/exe", arguments, environment);
            _exit(1);
        }
        waitpid(child, NULL, 0);
        printf("\n");
    }
}
