// Wide characters have classes, cases and widths beyond ASCII in C.UTF-8 only
#include <locale.h>
#include <stdio.h>
#include <wchar.h>
#include <wctype.h>

int main(void)
{
    static const wint_t samples[] = { 'a', 'Z', '7', ' ', 0xe9, 0xc9, 0x416, 0x4e2d, 0x1f600, WEOF };
    for (int round = 0; round < 2; round++) {
        puts(setlocale(LC_ALL, round ? "C.UTF-8" : "C"));
        locale_t other = newlocale(LC_ALL_MASK, round ? "C" : "C.UTF-8", (locale_t)0);
        for (unsigned i = 0; i < sizeof samples / sizeof *samples; i++) {
            wint_t c = samples[i];
            printf("%x: %d%d%d%d%d%d", c, !!iswalpha(c), !!iswupper(c), !!iswlower(c), !!iswprint(c), !!iswspace(c), !!iswalnum(c));
            printf(" %x %x %d %d", towupper(c), towlower(c), wcwidth(c), !!iswctype(c, wctype("alpha")));
            printf(" other %d %x\n", !!iswalpha_l(c, other), towupper_l(c, other));
        }
        printf("wcswidth %d %d\n", wcswidth(L"abc", 10), wcswidth(L"\u4e2d\u6587", 10));
    }
    return 0;
}
