// <search.h>: binary trees, here because what unwinds out of a comparison or an action must come by: musl's functions have no unwind tables.
//
// The trees are balanced by height (Adelson-Velsky and Landis): the heights of a node's two sides differ by one at the most. The program is called
// while the tree is looked through only, never while it is changed.
#include <search.h>
#include <stdlib.h>

typedef int comparison(const void *, const void *);
typedef void action(const void *, VISIT, int);
typedef void action_with_argument(const void *, VISIT, void *);

// What an address space holds of nodes gives no tree as high as this.
enum { MOST_HEIGHT = 96 };

// What programs are given is a pointer to this, as which they know a pointer to the key.
struct node {
    const void *key;
    struct node *sides[2];
    int height;
};

static int height(const struct node *node) { return node ? node->height : 0; }

static void measure(struct node *node)
{
    int left = height(node->sides[0]), right = height(node->sides[1]);
    node->height = (left > right ? left : right) + 1;
}

// The node at `place` goes down, the one on that side of it comes up.
static void rotate(struct node **place, int side)
{
    struct node *down = *place, *up = down->sides[side];
    down->sides[side] = up->sides[!side];
    up->sides[!side] = down;
    measure(down);
    measure(up);
    *place = up;
}

static void balance(struct node **place)
{
    struct node *node = *place;
    int lean = height(node->sides[1]) - height(node->sides[0]), side = lean > 0;
    if (lean >= -1 && lean <= 1) {
        measure(node);
        return;
    }
    const struct node *heavy = node->sides[side];
    if (height(heavy->sides[!side]) > height(heavy->sides[side]))
        rotate(&node->sides[side], !side);
    rotate(place, side);
}

// Where the key is or would be. `places` are the pointers on the way there, and it the last of them.
static size_t descend(const void *key, struct node **root, comparison *compare, struct node ***places)
{
    size_t last = 0;
    int order;
    places[0] = root;
    while (*places[last] && (order = compare(key, (*places[last])->key))) {
        places[last + 1] = &(*places[last])->sides[order > 0];
        last++;
    }
    return last;
}

/// tsearch(3): NULL without memory, or without a place for the root.
void *tsearch(const void *key, void **root, comparison *compare)
{
    struct node **places[MOST_HEIGHT];
    if (!root)
        return NULL;
    size_t last = descend(key, (struct node **)root, compare, places);
    if (*places[last])
        return *places[last];
    struct node *made = malloc(sizeof *made);
    if (!made)
        return NULL;
    *made = (struct node){ key, { NULL, NULL }, 1 };
    *places[last] = made;
    while (last--)
        balance(places[last]);
    return made;
}

/// tfind(3).
void *tfind(const void *key, void *const *root, comparison *compare)
{
    const struct node *node = root ? *root : NULL;
    int order;
    while (node && (order = compare(key, node->key)))
        node = node->sides[order > 0];
    return (void *)node;
}

/// tdelete(3): the node above; something that is no NULL where it was the topmost. Other nodes stay where they are.
void *tdelete(const void *restrict key, void **restrict root, comparison *compare)
{
    struct node **places[MOST_HEIGHT];
    if (!root || !*root)
        return NULL;
    size_t found = descend(key, (struct node **)root, compare, places), last = found;
    struct node *gone = *places[found];
    void *above = found ? (void *)*places[found - 1] : (void *)root;
    if (!gone)
        return NULL;
    if (!gone->sides[0]) {
        *places[found] = gone->sides[1];
    } else {
        // The nearest lesser one takes its place.
        places[++last] = &gone->sides[0];
        while ((*places[last])->sides[1]) {
            places[last + 1] = &(*places[last])->sides[1];
            last++;
        }
        struct node *instead = *places[last];
        *places[last] = instead->sides[0];
        instead->sides[0] = gone->sides[0];
        instead->sides[1] = gone->sides[1];
        *places[found] = instead;
        if (last > found)
            places[found + 1] = &instead->sides[0];
    }
    free(gone);
    while (last--)
        balance(places[last]);
    return above;
}

static void walk(const struct node *node, action *act, int depth)
{
    if (!node->sides[0] && !node->sides[1]) {
        act(node, leaf, depth);
        return;
    }
    act(node, preorder, depth);
    if (node->sides[0])
        walk(node->sides[0], act, depth + 1);
    act(node, postorder, depth);
    if (node->sides[1])
        walk(node->sides[1], act, depth + 1);
    act(node, endorder, depth);
}

/// twalk(3).
void twalk(const void *root, action *act)
{
    if (root && act)
        walk(root, act, 0);
}

static void walk_with(const struct node *node, action_with_argument *act, void *argument)
{
    if (!node->sides[0] && !node->sides[1]) {
        act(node, leaf, argument);
        return;
    }
    act(node, preorder, argument);
    if (node->sides[0])
        walk_with(node->sides[0], act, argument);
    act(node, postorder, argument);
    if (node->sides[1])
        walk_with(node->sides[1], act, argument);
    act(node, endorder, argument);
}

void twalk_r(const void *root, action_with_argument *act, void *argument);

/// twalk_r: twalk with an argument for the action. Source: tsearch(3).
void twalk_r(const void *root, action_with_argument *act, void *argument)
{
    if (root && act)
        walk_with(root, act, argument);
}

/// tdestroy(3).
void tdestroy(void *root, void (*free_key)(void *))
{
    struct node *node = root;
    if (!node)
        return;
    tdestroy(node->sides[0], free_key);
    tdestroy(node->sides[1], free_key);
    free_key((void *)node->key);
    free(node);
}
