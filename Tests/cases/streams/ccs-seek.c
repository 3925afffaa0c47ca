// places in wide streams with an encoding of their own: ftell, fseek, fgetpos, ungetwc, appending, and reading after writing
#include "ccs.h"

int main(void)
{
    static const char text[] = "A\0\xe9\0\xac\x20\n\0\x3d\xd8\x00\xde" "B";
    fill("text", text, sizeof text);
    FILE *file = fopen("text", "r,ccs=UTF-16LE");
    printf("%d", fseek(file, -2, SEEK_END));
    printf(" %x", fgetwc(file));
    printf(" %x", fgetwc(file));
    printf(" %ld\n", ftell(file));
    fseek(file, 2, SEEK_SET);
    printf("%x", fgetwc(file));
    printf(" %d", fseek(file, 2, SEEK_CUR));
    printf(" %x", fgetwc(file));
    printf(" %ld\n", ftell(file));
    rewind(file);
    fpos_t place;
    fgetwc(file);
    printf("%d", fgetpos(file, &place));
    printf(" %x", fgetwc(file));
    printf(" %d", fsetpos(file, &place));
    printf(" %x", fgetwc(file));
    printf(" %ld\n", ftell(file));
    printf("%d", fseek(file, 0, 7));
    printf(" %d\n", fseek(file, -100, SEEK_CUR));
    printf("%x", fgetwc(file));
    printf(" %d", fflush(file));
    printf(" %ld", (long)lseek(fileno(file), 0, SEEK_CUR));
    printf(" %x", fgetwc(file));
    printf(" %ld\n", ftell(file));
    fclose(file);

    // What is put back: the same character, another, some at the end, and gone after fseek.
    fill("text", "a\0b\0c\0d\0e\0", 10);
    file = fopen("text", "r,ccs=UTF-16LE");
    fgetwc(file);
    printf("%x", ungetwc(L'a', file));
    printf(" %ld", ftell(file));
    printf(" %x", fgetwc(file));
    printf(" %x", fgetwc(file));
    ungetwc(L'b', file);
    ungetwc(L'a', file);
    printf(" %ld", ftell(file));
    printf(" %d", fseek(file, 0, SEEK_CUR));
    printf(" %x\n", fgetwc(file));
    ungetwc(0x1f600, file);
    printf("%x", ungetwc(WEOF, file));
    printf(" %x", fgetwc(file));
    printf(" %x\n", fgetwc(file));
    while (fgetwc(file) != WEOF) {}
    ungetwc(L'Q', file);
    state(file);
    printf("%x", fgetwc(file));
    printf(" %x", fgetwc(file));
    state(file);
    fclose(file);
    file = fopen("text", "r,ccs=UTF-16LE");
    printf("%x", ungetwc(L'Q', file));
    printf(" %x", fgetwc(file));
    printf(" %x\n", fgetwc(file));
    fclose(file);

    // A file with states, at a place that was just read.
    fill("states", "a\x1b$B$\"\x1b(B\x1b$B$$\x1b(Bb", 18);
    file = fopen("states", "r,ccs=ISO-2022-JP");
    for (int i = 0; i < 4; i++) {
        printf("%x", fgetwc(file));
        printf("@%ld ", ftell(file));
        if (i == 1) fgetpos(file, &place);
    }
    fsetpos(file, &place);
    printf(" %x", fgetwc(file));
    printf(" %x\n", fgetwc(file));
    rewind(file);
    printf("%x", fgetwc(file));
    printf(" %x\n", fgetwc(file));
    fclose(file);

    // Writing.
    file = fopen("text", "w,ccs=UTF-16BE");
    printf("%ld", ftell(file));
    fputwc(L'A', file);
    printf(" %ld", ftell(file));
    fputwc(0x1f600, file);
    printf(" %ld", ftell(file));
    fputws(L"xyz", file);
    printf(" %d", fseek(file, 0, SEEK_SET));
    fputwc(L'Y', file);
    fclose(file);
    dump("text");
    file = fopen("text", "a,ccs=UTF-16BE");
    printf("%ld", ftell(file));
    fputwc(L'P', file);
    printf(" %ld", ftell(file));
    printf(" %d", fclose(file));
    dump("text");
    file = fopen("text", "a+,ccs=UTF-16BE");
    printf("%x", fgetwc(file));
    fputwc(L'!', file);
    printf(" %d", fseek(file, 0, SEEK_SET));
    printf(" %x", fgetwc(file));
    fclose(file);
    dump("text");

    // Both ways, a place set in between.
    file = fopen("text", "w+,ccs=UTF-16LE");
    wchar_t word[20];
    fputws(L"hello", file);
    rewind(file);
    printf("%ls", fgetws(word, 20, file));
    printf(" %d", fseek(file, 0, SEEK_CUR));
    fputwc(L'!', file);
    rewind(file);
    printf(" %d", fwscanf(file, L"%ls", word));
    printf(" %ls\n", word);
    fseek(file, 2, SEEK_SET);
    printf("%x", fgetwc(file));
    fseek(file, 0, SEEK_CUR);
    fputwc(L'Q', file);
    printf(" %ld", ftell(file));
    fseek(file, 0, SEEK_CUR);
    printf(" %x\n", fgetwc(file));
    fclose(file);
    dump("text");
    return 0;
}
