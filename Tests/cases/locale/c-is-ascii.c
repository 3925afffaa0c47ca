// The C locale knows the 128 characters of ASCII; C.UTF-8 knows UTF-8; uselocale switches one thread
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static void show(const char *title)
{
    static const char *const samples[] = { "a", "", "\x80", "\xc3\xa9", "\xff", "\xe2\x82" };
    printf("%s: %s %zu\n", title, nl_langinfo(CODESET), MB_CUR_MAX);
    for (unsigned i = 0; i < sizeof samples / sizeof *samples; i++) {
        mbstate_t state = { 0 };
        wchar_t w = 0x5555;
        errno = 0;
        printf("  mbrtowc %zd", (ssize_t)mbrtowc(&w, samples[i], strlen(samples[i]) + 1, &state));
        printf(" %x errno %d", (unsigned)w, errno);
        mblen(NULL, 0);
        printf(" mblen %d", mblen(samples[i], strlen(samples[i]) + 1));
        wchar_t wide[8];
        printf(" mbstowcs %zd %zd\n", (ssize_t)mbstowcs(wide, samples[i], 8), (ssize_t)mbstowcs(NULL, samples[i], 0));
    }
    static const wchar_t characters[] = { 'a', 0, 0x80, 0xe9, 0x20ac, 0x10ffff };
    for (unsigned i = 0; i < sizeof characters / sizeof *characters; i++) {
        mbstate_t state = { 0 };
        char text[16] = { 0 };
        printf("  wcrtomb %zd", (ssize_t)wcrtomb(text, characters[i], &state));
        wchar_t string[] = { 'x', characters[i], 0 };
        printf(" wcstombs %zd\n", (ssize_t)wcstombs(text, string, sizeof text));
    }
    printf("  btowc %d %d wctob %d %d\n", (int)btowc('a'), (int)btowc(0x80), wctob('a'), wctob(0x80));
}

int main(void)
{
    show("start");
    setlocale(LC_ALL, "C.UTF-8");
    show("C.UTF-8");
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    printf("old is global: %d\n", uselocale(c) == LC_GLOBAL_LOCALE);
    show("thread in C");
    printf("current: %d\n", uselocale((locale_t)0) == c);
    locale_t copy = duplocale(LC_GLOBAL_LOCALE);
    uselocale(copy);
    show("thread in a copy of the global one");
    uselocale(LC_GLOBAL_LOCALE);
    freelocale(copy);
    setlocale(LC_ALL, "C");
    show("C again");
    return 0;
}
