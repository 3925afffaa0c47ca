// getopt and getopt_long: permutation, orderings, abbreviations, -W, optional arguments, errors and the variables after each step
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static int flag;
static const struct option longs[] = {
    { "alpha", no_argument, NULL, 'a' }, { "beta", required_argument, NULL, 'b' }, { "gamma", optional_argument, NULL, 'g' },
    { "delta", no_argument, &flag, 7 }, { "delay", required_argument, NULL, 1000 }, { "alias", no_argument, NULL, 'a' },
    { "same1", no_argument, NULL, 5 }, { "same2", no_argument, NULL, 5 }, { "long", no_argument, NULL, 'l' }, { 0 } };
static void run(int kind, const char *letters, const char *line)
{
    char copy[256], *argv[32] = { "prog" };
    int argc = 1;
    strcpy(copy, line);
    for (char *w = strtok(copy, " "); w; w = strtok(NULL, " "))
        argv[argc++] = strcmp(w, "''") ? w : "";
    printf("--- %d \"%s\" %s\n", kind, letters, line);
    fflush(stdout);
    optind = 0;
    flag = 0;
    for (int i = 0; i < 20; i++) {
        int index = -1;
        int c = kind == 0 ? getopt(argc, argv, letters) : kind == 1 ? getopt_long(argc, argv, letters, longs, &index)
                                                                    : getopt_long_only(argc, argv, letters, longs, &index);
        printf("%d optind %d optarg %s optopt %d index %d flag %d\n", c, optind, optarg ? optarg : "(null)", optopt, index, flag);
        fflush(stdout);
        if (c == -1)
            break;
    }
    for (int i = 0; i < argc; i++)
        printf("%s ", argv[i]);
    puts("");
    fflush(stdout);
}
int main(void)
{
    static const char *const lines[] = { "-a x -b y z -- -a w", "-ab", "-abval -gopt -g opt", "x y -a z", "-x -: -a", "--alpha --beta v",
        "--beta=v --beta", "--al", "--alp --del", "--gamma=5 --gamma 5", "--alpha=no", "--delta x --nope", "-W alpha -Wbeta=3 -W beta v -W",
        "--same --dela=4", "- -a -", "-- -a", "", "a -- b -a c", "-alpha -beta v -g=3", "-al -l -lo", "-b", "--beta", "-d", "-e", "-abc",
        "'' -a ''", "--=x", "-xyz", "-gamm", "--gam=1", "-nope", "-a-b" };
    static const char *const letters[] = { "ab:g::", "+ab:g::", "-ab:g::", ":ab:g::", "ab:g::W;", "+:ab:", "lab:" };
    for (int k = 0; k < 3; k++)
        for (int l = 0; l < 7; l++)
            for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
                run(k, letters[l], lines[i]);
    opterr = 0;
    run(1, "a", "-z --nope");
    opterr = 1;
    setenv("POSIXLY_CORRECT", "", 1);
    run(1, "a", "x -a");
    return 0;
}
