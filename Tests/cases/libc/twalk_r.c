// twalk_r passes its argument to every action, in nested walks too.
#include <search.h>
#include <stdio.h>
#include <string.h>

static void *tree, *inner;

static int compare(const void *a, const void *b) { return strcmp(a, b); }

static void count(const void *node, VISIT which, void *argument)
{
    (void)node;
    if (which == postorder || which == leaf)
        ++*(int *)argument;
}

static void show(const void *node, VISIT which, void *argument)
{
    int nested = 0;
    twalk_r(inner, count, &nested);
    if (which == postorder || which == leaf)
        printf("%s%s %d\n", (const char *)argument, *(const char *const *)node, nested);
}

int main(void)
{
    static const char *const words[] = {"pear", "apple", "fig", "quince", "cherry", "plum", "date"};
    for (int i = 0; i < 7; i++)
        tsearch(words[i], &tree, compare);
    tsearch("x", &inner, compare);
    tsearch("y", &inner, compare);
    twalk_r(tree, show, "- ");
    return 0;
}
