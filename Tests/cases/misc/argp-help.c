// argp's help and usage are laid out as glibc lays them out: groups, clusters, aliases, documentation options, wrapping, filters
#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static error_t parse(int key, char *arg, struct argp_state *state) { return ARGP_ERR_UNKNOWN; }
static struct argp_option options[] = {
    { "verbose", 'v', 0, 0, "Produce verbose output" },
    { "quiet", 'q', 0, 0, "Don't produce any output, and this text is long enough to be wrapped at the right margin of the page" },
    { "silent", 's', 0, OPTION_ALIAS },
    { "output", 'o', "FILE", 0, "Output to FILE instead of standard output" },
    { "Upper", 'O', "FILE", OPTION_ARG_OPTIONAL, "Upper case" },
    { "only-long-option-name-with-many-words", 300, "ARGUMENT", 0, "The name is wider than the column" },
    { 0, 'x', 0, 0, "Only a letter" },
    { 0, 'y', "N", OPTION_ARG_OPTIONAL, "Only a letter with an optional argument" },
    { "hidden", 'h', 0, OPTION_HIDDEN, "Hidden" },
    { "nousage", 'n', "N", OPTION_NO_USAGE, "Not in usage" },
    { 0, 0, 0, 0, "Headed group:", 2 },
    { "zeta", 'z', 0, 0, "Last" },
    { "Alpha", 0, 0, 0, "no key" },
    { "alpha", 'a', 0, 0, "first" },
    { 0, 0, 0, 0, "Next group:" },
    { "in-next", 301, 0, 0, "in the next group" },
    { "doc option", 0, 0, OPTION_DOC, "Documentation option" },
    { "-notreal", 0, 0, OPTION_DOC, "Looks like an option" },
    { "NAME=VALUE", 0, 0, OPTION_DOC | OPTION_NO_USAGE, "assign" },
    { 0, 0, 0, OPTION_DOC, "Doc with no name" },
    { "minus", 'm', 0, 0, "negative group", -2 },
    { "twenty-seven-characters", 'T', 0, 0, "edge" },
    { "twenty-nine-chars-xx", 'U', 0, 0, "edge two" },
    { "twenty-nine-chars-xxyy", 'V' + 1, 0, 0, "edge three\nwith a newline" },
    { 0 } };
static struct argp_option child_options[] = { { "child", 'c', "X", 0, "Child's option" }, { "clash", 'v', 0, 0, "shadowed letter" },
    { "grouped", 'g', 0, 0, "own group", 5 }, { 0, 'q', 0, 0, "wholly shadowed" }, { 0 } };
static struct argp_option grand_options[] = { { "grand", 'G', 0, 0, "Grand child's option" }, { 0 } };
static char *filter(int key, const char *text, void *input)
{
    if (key == 'c')
        return strdup("filtered child");
    if (key == ARGP_KEY_HELP_EXTRA)
        return strdup("Extra text from a filter");
    if (key == ARGP_KEY_HELP_HEADER)
        return strdup("Header changed:");
    return (char *)text;
}
static struct argp grand = { grand_options, parse, "GRANDARG", "Grand doc\vGrand post doc" };
static struct argp_child grand_children[] = { { &grand, 0, "Grand options:", 0 }, { &grand, 0, NULL, 4 }, { 0 } };
static struct argp child = { child_options, parse, "CHILDARG\nOTHERCHILD", "Child doc\vChild post", grand_children, filter };
static struct argp child2 = { grand_options, parse };
static struct argp_child children[] = { { &child, 0, "Child options:", 7 }, { &child2, 0, "Second child:", 7 }, { &child2, 0, "", 3 },
                                        { &child2, 0, 0, 0 }, { 0 } };
static struct argp argp = { options, parse, "ARG1 ARG2...\nOTHER FORM\n-z THIRD",
    "Program doc that is rather long so that it has to be wrapped somewhere in the middle of the sentence.\vAfter the options: "
    "more text.\n\n  indented line, long enough to be wrapped by the right margin of the help stream, with more words.", children };
static struct argp bare = { 0 }, flat = { options, parse }, wordy = { child_options, 0,
    "AVERYLONGARGUMENTDESCRIPTION-THATCANNOTBEBROKENANYWHERE-ANDGOESBEYONDTHEMARGIN-OFTHEPAGE and more" };
const char *argp_program_bug_address = "<bugs@example.org>";
const char *argp_program_version = "version 1";
int main(void)
{
    static const char *const formats[] = { 0, "dup-args", "no-dup-args-note,rmargin=72", "short-opt-col=4,long-opt-col=10,doc-opt-col=1",
        "opt-doc-col=20, header-col=3,usage-indent=5,rmargin=100", "nonsense=3", "%%", "dup-args=1 rmargin=75" };
    struct argp *all[] = { &argp, &bare, &flat, &child, &wordy };
    for (size_t f = 0; f < sizeof formats / sizeof *formats; f++) {
        if (formats[f])
            setenv("ARGP_HELP_FMT", formats[f], 1);
        for (int a = 0; a < 5; a++) {
            printf("=== %zu %d\n", f, a);
            argp_help(all[a], stdout, ARGP_HELP_STD_HELP, "prog");
            printf("---\n");
            argp_help(all[a], stdout, ARGP_HELP_USAGE | ARGP_HELP_SEE, "a-program-with-a-longer-name");
            fflush(stdout);
        }
    }
    return 0;
}
