// argz and envz: every function, edge cases included
#include <argz.h>
#include <envz.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static void show(const char *what, char *a, size_t n)
{
    printf("%s %zu:", what, n);
    for (size_t i = 0; i < n; i++)
        putchar(a[i] ? a[i] : '|');
    putchar('\n');
}
int main(void)
{
    char *v[] = { "one", "", "three", NULL }, *none[] = { NULL }, *a = NULL;
    size_t n = 0;
    printf("%d ", argz_create(v, &a, &n)), show("create", a, n);
    printf("%zu\n", argz_count(a, n));
    char *out[5];
    argz_extract(a, n, out);
    printf("%s %s %s %d\n", out[0], out[1], out[2], out[3] == NULL);
    printf("%d ", argz_add(&a, &n, "four")), show("add", a, n);
    printf("%d ", argz_add_sep(&a, &n, "::x:y::z:", ':')), show("add_sep", a, n);
    printf("%d ", argz_add_sep(&a, &n, ":::", ':')), show("add_sep", a, n);
    printf("%d ", argz_add_sep(&a, &n, "", ':')), show("add_sep", a, n);
    printf("%d ", argz_insert(&a, &n, a + 6, "ins")), show("insert", a, n);
    printf("%d ", argz_insert(&a, &n, NULL, "end")), show("insert", a, n);
    printf("%d ", argz_insert(&a, &n, a, "start")), show("insert", a, n);
    printf("%d\n", argz_insert(&a, &n, a + n + 5, "bad"));
    unsigned count = 3;
    printf("%d ", argz_replace(&a, &n, "e", "EE", &count)), show("replace", a, n), printf("%u\n", count);
    printf("%d ", argz_replace(&a, &n, "EE", "", &count)), show("replace", a, n), printf("%u\n", count);
    printf("%d ", argz_replace(&a, &n, "", "x", &count)), show("replace", a, n), printf("%u\n", count);
    for (char *e = NULL; (e = argz_next(a, n, e));)
        printf("[%s]", e);
    putchar('\n');
    argz_delete(&a, &n, a), show("delete", a, n);
    argz_append(&a, &n, "p\0q", 4), show("append", a, n);
    argz_stringify(a, n, ','), show("stringify", a, n);
    while (n)
        argz_delete(&a, &n, a);
    printf("%d %zu\n", a == NULL, n);
    printf("%d %d %zu\n", argz_create(none, &a, &n), a == NULL, n);
    printf("%d %d %zu\n", argz_create_sep("", ' ', &a, &n), a == NULL, n);
    printf("%d %d %zu\n", argz_create_sep("   ", ' ', &a, &n), a == NULL, n);
    printf("%d ", argz_create_sep(" a  b c ", ' ', &a, &n)), show("create_sep", a, n);
    free(a);
    a = NULL, n = 0;
    envz_add(&a, &n, "HOME", "/root"), envz_add(&a, &n, "BARE", NULL), envz_add(&a, &n, "E", "");
    show("envz", a, n);
    printf("%s %s %s %s\n", envz_get(a, n, "HOME"), envz_get(a, n, "BARE") ? "?" : "null", envz_get(a, n, "E"),
           envz_get(a, n, "NO") ? "?" : "null");
    printf("%s %s %d\n", envz_entry(a, n, "HOME=x"), envz_entry(a, n, "BARE"), envz_entry(a, n, "HOM") == NULL);
    envz_add(&a, &n, "HOME", "/new"), show("again", a, n);
    char *b = NULL;
    size_t m = 0;
    envz_add(&b, &m, "HOME", "/b"), envz_add(&b, &m, "X", "1");
    envz_merge(&a, &n, b, m, 0), show("merge", a, n);
    envz_merge(&a, &n, b, m, 1), show("override", a, n);
    envz_strip(&a, &n), show("strip", a, n);
    envz_remove(&a, &n, "X"), show("remove", a, n);
    return 0;
}
