// What glibc's inlined stream functions call gives the characters in order; __underflow only looks. Numbers of 128 bits are classified.
// flags: -lm
#define __STDC_WANT_IEC_60559_TYPES_EXT__ 1
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>
extern int __underflow(FILE *), __uflow(FILE *), __overflow(FILE *, int);
extern int __isnanf128(_Float128), __isinff128(_Float128), __finitef128(_Float128), __signbitf128(_Float128), __fpclassifyf128(_Float128), __issignalingf128(_Float128);
extern wint_t __wcscasecmp_l(const wchar_t *, const wchar_t *, void *);

int main(void)
{
    FILE *file = tmpfile();
    fputs("xyz", file);
    rewind(file);
    printf("%c", __underflow(file));
    printf("%c", __underflow(file));
    printf("%c", getc_unlocked(file));
    printf("%c", getc_unlocked(file));
    printf("%c", getc(file));
    printf("%d\n", __underflow(file));
    static const unsigned long patterns[][2] = {{0, 0}, {0, 0x8000000000000000}, {0, 0x3fff000000000000}, {1, 0}, {0, 0x7fff000000000000}, {0, 0xffff000000000000},
        {0, 0x7fff800000000000}, {1, 0x7fff000000000000}, {5, 0xbfff000000000000}};
    for (int i = 0; i < 9; i++) {
        _Float128 x, y;
        memcpy(&x, patterns[i], 16);
        printf("%d %d %d %d %d %d", __isnanf128(x), __isinff128(x), __finitef128(x) != 0, __signbitf128(x) != 0, __fpclassifyf128(x), __issignalingf128(x));
        y = fabsf128(x);
        unsigned long raw[2];
        memcpy(raw, &y, 16);
        printf(" %lx %lx", raw[0], raw[1]);
        y = copysignf128(x, -(_Float128)1);
        memcpy(raw, &y, 16);
        printf(" %lx %lx\n", raw[0], raw[1]);
    }
    return 0;
}
