// argp_parse: the order of keys, children, inputs, errors, exit statuses and the automatic options
#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
static int eat_all, refuse;
static error_t parse(int key, char *arg, struct argp_state *state)
{
    printf("root key %x arg %s num %u next %d input %s\n", key, arg ? arg : "-", state->arg_num, state->next,
           state->input ? (char *)state->input : "-");
    if (key == ARGP_KEY_INIT && state->child_inputs)
        state->child_inputs[0] = "for child";
    switch (key) {
    case 'a': case 'b': case -5: case 1000: case ARGP_KEY_INIT: case ARGP_KEY_END: case ARGP_KEY_SUCCESS: return 0;
    case 'e': argp_error(state, "bad %s", arg); return 0;
    case 'f': argp_failure(state, 5, 2, "cannot %s", arg); return 0;
    case 'u': argp_usage(state); return 0;
    case 'r': return 33;
    case ARGP_KEY_ARGS: return eat_all ? 0 : ARGP_ERR_UNKNOWN;
    case ARGP_KEY_ARG: return eat_all || refuse ? ARGP_ERR_UNKNOWN : 0;
    }
    return ARGP_ERR_UNKNOWN;
}
static error_t child_parse(int key, char *arg, struct argp_state *state)
{
    printf("child key %x arg %s input %s\n", key, arg ? arg : "-", state->input ? (char *)state->input : "-");
    return key == 'c' ? 0 : ARGP_ERR_UNKNOWN;
}
static struct argp_option options[] = { { "alpha", 'a', 0, 0, "a" }, { "beta", 'b', "N", 0, "b" }, { "negative", -5, "N", OPTION_ARG_OPTIONAL },
    { "big", 1000, 0, 0 }, { "error", 'e', "M", 0 }, { "fail", 'f', "M", 0 }, { "usage-err", 'u' }, { "ret", 'r' }, { "unk", 'k' },
    { "also-alpha", 0, 0, OPTION_ALIAS }, { 0 } };
static struct argp_option child_options[] = { { "child", 'c', "X", 0, "c" }, { 0 } };
static struct argp child = { child_options, child_parse, "CH" };
static struct argp_child children[] = { { &child }, { 0 } };
static struct argp argp = { options, parse, "ARG...", "Doc.", children };
const char *argp_program_version = "prog 1.2";
const char *argp_program_bug_address = "nobody";
static void run(const char *line, unsigned flags, int with_index)
{
    char copy[200], *argv[20] = { "/usr/bin/prog" };
    int argc = 1, index = -1, status;
    strcpy(copy, line);
    for (char *w = strtok(copy, " "); w; w = strtok(NULL, " "))
        argv[argc++] = w;
    printf("=== %s flags %x\n", line, flags);
    fflush(stdout);
    if (fork() == 0) {
        error_t e = argp_parse(&argp, argc, argv, flags, with_index ? &index : NULL, "input");
        printf("result %d index %d\n", e, index);
        fflush(stdout);
        _exit(0);
    }
    wait(&status);
    printf("status %x\n", status);
    fflush(stdout);
}
int main(void)
{
    static const char *const lines[] = { "", "-a -b 5 x -c y z", "--alpha --beta=7 --negative=3 --negative --big", "x y", "--nope", "-Z", "-b",
        "-e msg", "-f msg", "-u", "-r", "-k", "--unk", "--help", "--usage", "-?", "--version", "-V", "--program-name=other -e x", "x -- -a y",
        "--also-alpha", "--child", "-a -- -a", "--be", "-alpha", "x -a" };
    dup2(1, 2);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        run(lines[i], 0, 0);
        run(lines[i], ARGP_NO_EXIT, 1);
        run(lines[i], ARGP_SILENT, 1);
        run(lines[i], ARGP_IN_ORDER, 1);
        run(lines[i], ARGP_NO_ARGS, i & 1);
        run(lines[i], ARGP_LONG_ONLY | ARGP_NO_HELP, 0);
        run(lines[i], ARGP_PARSE_ARGV0 | ARGP_NO_ERRS, 1);
    }
    eat_all = 1;
    run("x -a y", 0, 0);
    eat_all = 0, refuse = 1;
    run("x -a y", 0, 0);
    run("x -a y", 0, 1);
    argp_err_exit_status = 9;
    run("--nope", 0, 0);
    printf("%d\n", argp_parse(NULL, 1, (char *[]){ "p", NULL }, ARGP_NO_HELP, NULL, NULL));
    return 0;
}
