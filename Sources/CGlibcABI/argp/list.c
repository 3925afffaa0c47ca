// argp's list of options for display: collected from a tree of parsers, shadowed letters dropped, sorted.
#include "argp.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

int glibc_compat_argp_is_end(const struct argp_option *o)
{
    return !o->key && !o->name && !o->doc && !o->group;
}

int glibc_compat_argp_is_short(const struct argp_option *o)
{
    return !(o->flags & OPTION_DOC) && o->key > 0 && o->key <= 0xff && isprint(o->key);
}

static unsigned count_options(const struct argp *argp)
{
    unsigned count = 0;
    if (argp->options)
        while (!glibc_compat_argp_is_end(&argp->options[count]))
            count++;
    for (const struct argp_child *child = argp->children; child && child->argp; child++)
        count += count_options(child->argp);
    return count;
}

struct collection {
    struct argp_list *list;
    char *letter;          // where the next letter goes
};

static void collect(struct collection *c, const struct argp *argp, struct argp_cluster *cluster)
{
    int group = 0;
    const struct argp_option *o = argp->options;
    while (o && !glibc_compat_argp_is_end(o)) {
        struct argp_entry *entry = &c->list->entries[c->list->count];
        // A header without a group of its own starts the next one.
        group = o->group ? o->group : !o->name && !o->key ? group + 1 : group;
        *entry = (struct argp_entry){ .option = o, .letters = c->letter, .group = group, .cluster = cluster, .argp = argp,
                                      .ordinal = c->list->count };
        c->list->count++;
        do {
            entry->count++;
            if (glibc_compat_argp_is_short(o) && !memchr(c->list->letters, o->key, (size_t)(c->letter - c->list->letters)))
                *c->letter++ = (char)o->key;
            o++;
        } while (!glibc_compat_argp_is_end(o) && (o->flags & OPTION_ALIAS));
    }
    for (const struct argp_child *child = argp->children; child && child->argp; child++) {
        struct argp_cluster *own = cluster;
        if (child->group || child->header) {
            own = malloc(sizeof *own);
            if (!own)
                return;
            *own = (struct argp_cluster){ .header = child->header, .index = (int)(child - argp->children), .group = child->group,
                                          .depth = cluster ? cluster->depth + 1 : 0, .parent = cluster, .argp = argp,
                                          .next = c->list->clusters };
            c->list->clusters = own;
        }
        collect(c, child->argp, own);
    }
}

// 0, 1, 2, …, then the negative groups, -1 last.
static int compare_groups(int a, int b)
{
    if ((a < 0) != (b < 0))
        return a < 0 ? 1 : -1;
    return (a > b) - (a < b);
}

static const struct argp_cluster *base(const struct argp_cluster *cluster)
{
    while (cluster->parent)
        cluster = cluster->parent;
    return cluster;
}

static int compare_clusters(const struct argp_cluster *a, const struct argp_cluster *b)
{
    const struct argp_cluster *x = a, *y = b;
    while (x->depth > y->depth)
        x = x->parent;
    while (y->depth > x->depth)
        y = y->parent;
    if (x == y)
        return a->depth - b->depth;     // the inner cluster follows the outer one
    while (x->parent != y->parent)
        x = x->parent, y = y->parent;
    int order = compare_groups(x->group, y->group);
    return order ? order : y->index - x->index;
}

static const char *first_name(const struct argp_entry *entry)
{
    for (unsigned i = 0; i < entry->count; i++)
        if (entry->option[i].name && !(entry->option[i].flags & OPTION_HIDDEN))
            return entry->option[i].name;
    return NULL;
}

static unsigned char first_letter(const struct argp_entry *entry)
{
    const char *letter = entry->letters;
    for (unsigned i = 0; i < entry->count; i++) {
        const struct argp_option *o = &entry->option[i];
        if (glibc_compat_argp_is_short(o) && *letter == o->key) {
            if (!(o->flags & OPTION_HIDDEN))
                return (unsigned char)*letter;
            letter++;
        }
    }
    return 0;
}

// Moves `*name` to what is sorted by; true where a documentation entry does not look like an option.
static int is_not_option(const char **name)
{
    while (isspace((unsigned char)**name))
        ++*name;
    int result = **name != '-';
    while (**name && !isalnum((unsigned char)**name))
        ++*name;
    return result;
}

static int compare_entries(const void *first, const void *second)
{
    const struct argp_entry *a = first, *b = second;
    int order = compare_groups(a->cluster ? base(a->cluster)->group : a->group, b->cluster ? base(b->cluster)->group : b->group);
    if (order)
        return order;
    if (!a->cluster != !b->cluster)
        return a->cluster ? 1 : -1;
    if (a->cluster && a->cluster != b->cluster && (order = compare_clusters(a->cluster, b->cluster)))
        return order;
    if ((order = compare_groups(a->group, b->group)))
        return order;
    const char *name_a = first_name(a), *name_b = first_name(b);
    int plain_a = (a->option->flags & OPTION_DOC) && name_a ? is_not_option(&name_a) : 0;
    int plain_b = (b->option->flags & OPTION_DOC) && name_b ? is_not_option(&name_b) : 0;
    if (plain_a != plain_b)
        return plain_a - plain_b;
    unsigned char letter_a = first_letter(a), letter_b = first_letter(b);
    unsigned char initial_a = letter_a ? letter_a : name_a ? (unsigned char)*name_a : 0;
    unsigned char initial_b = letter_b ? letter_b : name_b ? (unsigned char)*name_b : 0;
    if ((order = tolower(initial_a) - tolower(initial_b)))
        return order;
    if ((order = initial_b - initial_a))      // lower case before upper case
        return order;
    if (!letter_a != !letter_b)               // an entry that only has a name before one with a letter
        return letter_a ? 1 : -1;
    if (name_a && name_b && (order = strcasecmp(name_a, name_b)))
        return order;
    return (a->ordinal > b->ordinal) - (a->ordinal < b->ordinal);
}

static void set_group(struct argp_list *list, const char *name, int group)
{
    for (unsigned i = 0; i < list->count; i++)
        for (unsigned j = 0; j < list->entries[i].count; j++)
            if (list->entries[i].option[j].name && !strcmp(list->entries[i].option[j].name, name))
                list->entries[i].group = group;
}

struct argp_list *glibc_compat_argp_list(const struct argp *argp)
{
    unsigned count = count_options(argp);
    struct argp_list *list = calloc(1, sizeof *list);
    if (!list)
        return NULL;
    list->entries = calloc(count + 1, sizeof *list->entries);
    list->letters = calloc(count + 1, 1);
    if (!list->entries || !list->letters) {
        glibc_compat_argp_list_free(list);
        return NULL;
    }
    struct collection collection = { list, list->letters };
    collect(&collection, argp, NULL);
    // These two are always shown last.
    set_group(list, "help", -1);
    set_group(list, "version", -1);
    qsort(list->entries, list->count, sizeof *list->entries, compare_entries);
    return list;
}

void glibc_compat_argp_list_free(struct argp_list *list)
{
    while (list->clusters) {
        struct argp_cluster *next = list->clusters->next;
        free(list->clusters);
        list->clusters = next;
    }
    free(list->entries);
    free(list->letters);
    free(list);
}
