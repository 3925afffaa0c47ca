// wide streams read the encoding that fopen's ,ccs= names, in any locale: characters, places, the end and damaged text
#include "ccs.h"

static void show(const char *encoding, const char *bytes, size_t count, int places)
{
    char mode[40];
    fill("text", bytes, count);
    snprintf(mode, sizeof mode, "r,ccs=%s", encoding);
    FILE *file = fopen("text", mode);
    printf("%s: wide %d:", encoding, fwide(file, 0) > 0);
    errno = 0;
    for (wint_t c; (c = fgetwc(file)) != WEOF;) {
        printf(" %x", c);
        if (places) printf("@%ld", ftell(file));
    }
    printf(" errno %d", errno);
    state(file);
    printf(" again %d", fgetwc(file) == WEOF);
    if (places) printf(" at %ld", ftell(file));
    rewind(file);
    printf(" %x", fgetwc(file));
    printf(" %x\n", fgetwc(file));
    fclose(file);
}
#define SHOW(encoding, bytes, places) show(encoding, bytes, sizeof bytes - 1, places)

int main(void)
{
    SHOW("UTF-16", "\xff\xfe" "A\0\xac\x20" "B\0", 0);
    SHOW("UTF-16", "\xfe\xff\0A\x20\xac\0B", 0);
    SHOW("UTF-16", "A\0\xac\x20", 1);
    SHOW("UTF-32", "\xff\xfe\0\0" "A\0\0\0B\0\0\0", 1);
    SHOW("UTF-8", "\xef\xbb\xbf" "A\xc3\xa9", 1);
    SHOW("UTF-16LE", "A\0\xe9\0\x3d\xd8\x00\xde\n\0B\0", 1);
    SHOW("UTF-16BE", "\0A\0\xe9\xd8\x3d\xde\x00\0B", 1);
    SHOW("UTF-16LE", "A\0\x3d\xd8", 1);
    SHOW("UTF-16LE", "A\0\x3d\xd8" "B\0", 1);
    SHOW("UTF-16LE", "A\0B", 1);
    SHOW("ISO-8859-15", "a\xa4\xff", 1);
    SHOW("ASCII", "A\x80" "B", 1);
    SHOW("UTF-8", "a\xc3\xa9\xff" "b", 1);
    SHOW("UTF-8", "a\xc3\xa9\xc3", 1);
    SHOW("UTF-8", "A\xed\xa0\x80" "B", 1);
    SHOW("SHIFT_JIS", "A\x82\xa0" "B\x82", 1);
    SHOW("BIG5-HKSCS", "A\x88\x62\x88\x66", 1);
    SHOW("EUC-JP", "A\xa4\xa2\x8f\xb0\xa1" "B", 1);
    SHOW("ISO-2022-JP", "a\x1b$B$\"$$\x1b(Bb", 1);
    SHOW("ISO-2022-JP", "\x1b$B$\"$$", 1);
    SHOW("UTF-7", "a+AOkwQg-b", 1);

    // More than a buffer, with characters across its end, and by lines.
    FILE *file = fopen("long", "w");
    for (int i = 0; i < 5000; i++) fprintf(file, "%d\xe2\x82\xac\xf0\x9f\x98\x80%s", i, i % 7 ? "" : "\n");
    fclose(file);
    file = fopen("long", "r,ccs=UTF-8");
    unsigned long sum = 0, lines = 0;
    wchar_t line[300];
    while (fgetws(line, 300, file)) {
        lines++;
        for (wchar_t *at = line; *at; at++) sum = sum * 31 + (unsigned long)*at;
        if (lines % 100 == 0) printf("%ld ", ftell(file));
    }
    printf("%lu lines, %lx, %ld\n", lines, sum, ftell(file));
    rewind(file);
    int number;
    wchar_t word[100];
    printf("%d", fwscanf(file, L"%d%l[^0-9]%*[^\n] %ls", &number, word, line));
    printf(" %d %x %zu\n", number, (unsigned)word[0], wcslen(line));
    fclose(file);

    // What another writer appends is seen once the end is forgotten.
    fill("text", "a\0b\0", 4);
    file = fopen("text", "r,ccs=UTF-16LE");
    FILE *other = fopen("text", "a");
    printf("%x", fgetwc(file));
    printf(" %x", fgetwc(file));
    printf(" %x", fgetwc(file));
    fwrite("c\0", 1, 2, other);
    fflush(other);
    printf(" %x", fgetwc(file));
    clearerr(file);
    printf(" %x\n", fgetwc(file));

    // Bytes are not to be had.
    char bytes[8];
    rewind(file);
    printf("%d %d", fgetc(file), getc_unlocked(file));
    printf(" %zu %d", fread(bytes, 1, 4, file), fgets(bytes, 4, file) == NULL);
    printf(" %d", fscanf(file, "%s", bytes));
    printf(" %x\n", fgetwc(file));
    errno = 0;
    printf("%d", fputwc(L'x', file) == WEOF);
    printf(" errno %d", errno);
    state(file);
    return 0;
}
