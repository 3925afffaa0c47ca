// what wide streams write for characters that the locale's encoding lacks: in the C locale, and in C.UTF-8 what no character is
#include "ccs.h"
#include <locale.h>

int main(void)
{
    for (int i = 0; i < 2; i++) {
        printf("%s\n", setlocale(LC_ALL, i ? "C.UTF-8" : "C"));
        FILE *file = fopen("text", "w");
        printf("%x", fputwc(0xe9, file));
        printf(" %d", fputws(L"a\u20ac\u4e00\u201cz", file));
        printf(" %d", fputws(L"plain\n", file));
        printf(" %d", fwprintf(file, L"<%lc%ls%s>", 0x20ac, L"\u00e9x", "ascii"));
        printf(" %x", fputwc(0xd800, file));
        printf(" %d", fputws((wchar_t[]){'a', 0xdfff, 'b', 0}, file));
        printf(" %x", fputwc(L'k', file));
        state(file);
        printf("%d", fclose(file));
        dump("text");
        file = fopen("/dev/full", "w");
        setvbuf(file, NULL, _IONBF, 0);
        errno = 0;
        printf("%d", fputwc(0xe9, file) == WEOF);
        printf(" %d", errno);
        state(file);
        fclose(file);
    }
    return 0;
}
