// Every wide character of C.UTF-8: classes, cases, width; wctype and wctrans
#include <locale.h>
#include <stdio.h>
#include <wchar.h>
#include <wctype.h>

static const char *const classes[] = { "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "xdigit" };

int main(void)
{
    if (!setlocale(LC_ALL, "C.UTF-8")) return 1;
    unsigned long sum = 0;
    for (wint_t c = 0; c < 0x110000; c++) {
        int mask = 0;
        for (int i = 0; i < 12; i++) mask |= !!iswctype(c, wctype(classes[i])) << i;
        mask |= !!iswalpha(c) << 12 | !!iswupper(c) << 13 | !!iswprint(c) << 14 | !!iswspace(c) << 15;
        sum = sum * 31 + (unsigned)mask * 7 + towupper(c) * 3 + towlower(c) * 5 + (unsigned)wcwidth((wchar_t)c);
        if (c % 512 == 511) printf("%x %lx\n", c, sum);
    }
    printf("%d %d %d\n", iswalpha(0x110000), wcwidth(0x7fffffff), iswprint(WEOF));
    printf("%x %x\n", towupper(0x110005), towlower(WEOF));
    printf("%d %d\n", wctype("nonsense") != 0, wctrans("nonsense") != 0);
    printf("%x %x\n", towctrans(0xe9, wctrans("toupper")), towctrans(0x130, wctrans("tolower")));
    printf("%d\n", wcswidth(L"a\u0301\u4e2d", 3));
}
