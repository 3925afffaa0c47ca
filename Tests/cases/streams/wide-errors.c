// A sequence that is no character is an error of the stream and stays where it is; bytes and characters do not mix
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static const struct { const char *bytes; int count; } texts[] = {
    {"a\xff" "b", 3}, {"a\xc3(b", 4}, {"a\xe2\x82", 3}, {"\xed\xa0\x80z", 4}, {"x\xc0\x80y", 4}, {"\xe2\x82\xff\n",
        4}, {"ab\ncd\xff\nef\n", 10},
    {"\xe2\x82\xac\0\n\xf0\x9f\x98\x80", 9}, {"", 0}, {"\x80", 1},
};
enum { TEXTS = sizeof texts / sizeof *texts };

static FILE *with(int i)
{
    FILE *file = fopen("file", "w");
    fwrite(texts[i].bytes, 1, texts[i].count, file), fclose(file);
    return fopen("file", "r+");
}

static void state(FILE *file) { printf("/%d%d/%d", feof(file), ferror(file), errno); }

static void characters(int i, wint_t (*get)(FILE *), int clear)
{
    FILE *file = with(i);
    printf("%d:", i);
    for (int n = 0; n < 6; n++) {
        errno = 0;
        wint_t c = get(file);
        printf(" %x", c), state(file);
        if (c == WEOF && clear)
            clearerr(file), printf(" at %ld", ftell(file));
    }
    puts(""), fclose(file);
}

static void lines(int i, wchar_t *(*get)(wchar_t *, int, FILE *), int room)
{
    FILE *file = with(i);
    printf("%d by %d:", i, room);
    for (int n = 0; n < 4; n++) {
        wchar_t line[10];
        wmemset(line, L'?', 10), errno = 0;
        printf(" [%d", !!get(line, room, file));
        for (int k = 0; k < 7; k++)
            printf(" %x", line[k]);
        printf("]"), state(file);
    }
    puts(""), fclose(file);
}

static void all(void)
{
    wint_t (*getters[])(FILE *) = {fgetwc, getwc, fgetwc_unlocked, getwc_unlocked};
    for (int i = 0; i < TEXTS; i++) {
        for (int g = 0; g < 4; g++)
            characters(i, getters[g], g & 1);
        for (int room = 1; room < 8; room += 2)
            lines(i, fgetws, room), lines(i, fgetws_unlocked, room);
    }
}

int main(void)
{
    all();
    printf("%d\n", !!setlocale(LC_ALL, "C.UTF-8")), all();
    // A character across two fillings of the buffer, and an error there.
    for (int bad = 0; bad < 2; bad++)
        for (int before = 4093; before < 4097; before++) {
            FILE *file = fopen("file", "w");
            for (int i = 0; i < before; i++)
                putc('a', file);
            fputs(bad ? "\xe2\x82(z" : "\xe2\x82\xacz", file), fclose(file);
            file = fopen("file", "r");
            for (int i = 0; i < before; i++)
                fgetwc(file);
            for (int i = 0; i < 3; i++)
                errno = 0, printf(" %x", fgetwc(file)), state(file);
            printf(" at %ld\n", ftell(file)), fclose(file);
        }
    FILE *bytes = with(0);
    getc(bytes), errno = 0;
    printf("bytes: %d %x", fwide(bytes, 1), fgetwc(bytes)), state(bytes), fseek(bytes, 0, SEEK_CUR);
    printf(" %x", fputwc(L'x', bytes)), printf(" %d", fputws(L"x", bytes)), printf(" %d", fwprintf(bytes, L"x")),
        state(bytes), printf(" %c\n", getc(bytes));
    return 0;
}
