// <search.h>: twalk_r, the walk of a tree with an argument for the action. Source: tsearch(3).
//
// musl's nodes are its own, so its twalk does the walking; the argument travels beside it, per thread, and nested walks restore it.
#include <search.h>

typedef void action_with_argument(const void *, VISIT, void *);

static __thread struct {
    action_with_argument *action;
    void *argument;
} walk;

static void visit(const void *node, VISIT which, int depth)
{
    (void)depth;
    walk.action(node, which, walk.argument);
}

void twalk_r(const void *root, action_with_argument *action, void *argument)
{
    __typeof__(walk) outer = walk;
    walk.action = action;
    walk.argument = argument;
    twalk(root, visit);
    walk = outer;
}
