// register_printf_specifier, _function, _modifier and _type; parse_printf_format
#include <errno.h>
#include <printf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
typedef struct { int x, y; } point;
static int type, modifier;
static int show(FILE *f, const struct printf_info *i, const void *const *a)
{
    const char *s = *(const char *const *)a[0];
    return fprintf(f, "<%s w%d p%d l%d a%d left%d plus%d space%d pad%c user%x wide%d>", s, i->width, i->prec, i->is_long, i->alt, i->left,
                   i->showsign, i->space, (char)i->pad, i->user, i->wide);
}
static int show_info(const struct printf_info *i, size_t n, int *t, int *s) { if (n) t[0] = PA_STRING, s[0] = sizeof(char *); return 1; }
static int two(FILE *f, const struct printf_info *i, const void *const *a)
{
    return fprintf(f, "[%d,%g]", *(const int *)a[0], *(const double *)a[1]);
}
static int two_info(const struct printf_info *i, size_t n, int *t) { if (n > 1) t[0] = PA_INT, t[1] = PA_DOUBLE; return 2; }
static void take(void *m, va_list *ap) { *(point *)m = va_arg(*ap, point); }
static int show_point(FILE *f, const struct printf_info *i, const void *const *a)
{
    const point *p = *(const point *const *)a[0];
    return fprintf(f, "(%d;%d)", p->x, p->y);
}
static int point_info(const struct printf_info *i, size_t n, int *t, int *s) { if (n) t[0] = type, s[0] = sizeof(point); return 1; }
static int fail(FILE *f, const struct printf_info *i, const void *const *a) { return -1; }
static int none(const struct printf_info *i, size_t n, int *t, int *s) { return 0; }
static int standard(FILE *f, const struct printf_info *i, const void *const *a) { return -2; }
int main(void)
{
    int types[20];
    static const char *const formats[] = { "", "%d", "%hhd%hd%ld%lld%Ld%jd%zd%td", "%c%lc%s%ls%p%n%hn%ln%lln%hhn", "%f%Lf%a", "%*.*d",
        "%2$s%1$d", "%3$s", "%m%%", "%d %k %s", "%C%S", "%x%o%u%X" };
    for (size_t f = 0; f < sizeof formats / sizeof *formats; f++) {
        memset(types, 0xee, sizeof types);
        size_t n = parse_printf_format(formats[f], 20, types);
        printf("%s: %zu", formats[f], n);
        for (size_t i = 0; i < n; i++)
            printf(" %x", types[i]);
        puts("");
    }
    printf("%zu\n", parse_printf_format("%d%d%d%d", 1, types));
    printf("%d %d\n", register_printf_specifier('Y', show, show_info), register_printf_function('T', two, two_info));
    type = register_printf_type(take);
    modifier = register_printf_modifier(L"ww");
    printf("%d %d\n", type == PA_LAST, modifier);
    register_printf_specifier('P', show_point, point_info);
    printf("%Y|%-10.3Y|%#lY|%+ 05Y\n", "a", "b", "c", "d");
    printf("%d %T %s\n", 1, 2, 3.5, "end");
    printf("%P and %d %P\n", (point){ 1, 2 }, 7, (point){ 3, 4 });
    printf("%wwY %wwd\n", "mod", 5);
    printf("%2$Y %1$d\n", 5, "pos");
    wchar_t w[100];
    int n = swprintf(w, 100, L"%Y %d", "wide", 3);
    printf("%d %ls\n", n, w);
    char b[10];
    n = snprintf(b, sizeof b, "%Y", "long text");
    printf("%d %s\n", n, b);
    register_printf_specifier('E', fail, none);
    n = printf("x%E\n");
    printf("%d\n", n);
    register_printf_specifier('d', standard, NULL);
    printf("%d %5d\n", 1, 2);
    printf("%d\n", register_printf_specifier(300, show, show_info));
    printf("%d\n", register_printf_specifier('Y', NULL, NULL));
    printf("%d|%x|%s|%5.2f\n", 10, 10, "s", 2.5);
    n = (int)parse_printf_format("%P%d%T", 20, types);
    printf("%d %d %d %d %d\n", n, types[0] == type, types[1], types[2], types[3]);
    return 0;
}
