// wprintf and its kin: conversions, multibyte strings, small buffers, orientation
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>
int main(void)
{
    wchar_t b[64];
    int n;
    n = swprintf(b, 64, L"%d %5s|%-5ls|%c%lc %x %f %p %e", 42, "ab", L"cd", 'x', L'y', 255, 1.5, NULL, 0.25);
    printf("%d %ls\n", n, b);
    for (size_t i = 0; i < 8; i++) {
        wmemset(b, L'#', 64);
        b[10] = 0;
        n = swprintf(b, i, L"%d-%s", 12, "abc");
        printf("%zu %d %ls\n", i, n, n < 0 ? L"" : b);
    }
    n = swprintf(b, 64, L"%s %ls %.3s", NULL, NULL, NULL);
    printf("%d %ls\n", n, b);
    n = swprintf(b, 64, L"%2$ls %1$d %m", 5, L"pos");
    n = swprintf(b, 64, L"%k %");
    printf("%d\n", n);
    setlocale(LC_ALL, "C.UTF-8");
    n = swprintf(b, 64, L"%s|%.2s|%6s", "h\303\251llo", "h\303\251llo", "\303\251");
    printf("%d %d %d\n", n, (int)wcslen(b), b[1] == 0xe9);
    char c[64];
    n = snprintf(c, 64, "%ls|%.4ls|%8ls|%lc|%5lc", L"h\u00e9llo", L"h\u00e9\u20ac", L"\u00e9", (wint_t)0x20ac, (wint_t)0xe9);
    printf("%d %s\n", n, c);
    fflush(stdout);
    n = fwprintf(stdout, L"bytes already");
    printf("%d\n", n);
    n = fwprintf(stderr, L"wide %d %s\n", 1, "x");
    int m = fprintf(stderr, "narrow");
    printf("%d %d\n", n, m);
    return 0;
}
