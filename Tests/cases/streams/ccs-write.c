// wide streams write the encoding that fopen's ,ccs= names: no mark, no header, no reset, and what stands for what it lacks
#include "ccs.h"
#include <sys/wait.h>

static void show(const char *encoding, const wchar_t *text)
{
    char mode[40];
    snprintf(mode, sizeof mode, "w,ccs=%s", encoding);
    FILE *file = fopen("text", mode);
    printf("%s: %d", encoding, fputws(text, file));
    printf(" %d:", fclose(file));
    dump("text");
}

int main(void)
{
    static const char *const names[] = {
        "UTF-16", "UTF-16BE", "UTF-32", "UCS-2", "UNICODE", "UCS-4", "UTF-7", "ISO-2022-KR", "ISO-2022-JP", "EUC-JP", "BIG5-HKSCS", "UTF-7-IMAP",
        "IBM930", "TSCII", "ASCII", "UTF-8", "TCVN", "ISO-8859-1", "KOI8-R",
    };
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) show(names[i], L"a\u00e9\u3042\uac00b\u4e00");
    show("ISO-8859-1", L"\u00a9\u201c\ufb01\u2192\u20ac");
    show("ISO-8859-1", (wchar_t[]){0x110000, 0x7fffffff, 'x', 0});
    show("UTF-16LE", (wchar_t[]){'z', 0x110000, 'z', 0});
    show("UTF-8", (wchar_t[]){0x10ffff, 'z', 0});

    // When it is written, and how much waits.
    FILE *file = fopen("text", "w,ccs=UTF-16LE");
    setvbuf(file, NULL, _IOLBF, 0);
    fputwc(L'a', file);
    dump("text");
    fputwc(L'\n', file);
    dump("text");
    fputws(L"b\nc", file);
    dump("text");
    fputwc(L'd', file);
    printf("%zu %d %d\n", __fpending(file), __fwriting(file) != 0, __freading(file));
    fputwc(0xd800, file);
    fputwc(L'x', file);
    printf("%d", fflush(file));
    state(file);
    fputwc(L'y', file);
    printf("%d", fclose(file));
    dump("text");
    file = fopen("text", "w,ccs=UTF-16LE");
    setvbuf(file, NULL, _IONBF, 0);
    fputwc(L'a', file);
    dump("text");
    printf("%x", fputwc(0xd800, file));
    state(file);
    printf("%x", fputwc(L'x', file));
    printf(" %d:", fwprintf(file, L"%s%d", "qq", 12));
    dump("text");
    fclose(file);
    file = fopen("text", "w,ccs=UTF-16LE");
    fputwc(L'a', file);
    __fpurge(file);
    fputwc(L'b', file);
    printf("%d", fflush(NULL));
    dump("text");
    fclose(file);

    // A character that nothing stands for, in a text of more than a buffer; a file without room.
    file = fopen("text", "w,ccs=UTF-16LE");
    for (int i = 0; i < 5000; i++) fputwc(i == 4500 ? 0xd800 : L'a', file);
    printf("%d", ferror(file));
    printf(" %d", fclose(file));
    file = fopen("text", "r");
    fseek(file, 0, SEEK_END);
    printf(" %ld\n", ftell(file));
    fclose(file);
    file = fopen("/dev/full", "w,ccs=UTF-8");
    fputwc(L'a', file);
    errno = 0;
    printf("%d", fflush(file));
    printf(" errno %d", errno);
    state(file);
    fputwc(L'a', file);
    printf("%d", fclose(file));
    printf(" errno %d\n", errno);

    // Neither bytes nor reading.
    file = fopen("text", "w,ccs=UTF-16LE");
    fputwc(L'A', file);
    printf("%d", fputs("xx", file));
    printf(" %zu", fwrite("xx", 1, 2, file));
    printf(" %d", fprintf(file, "z"));
    errno = 0;
    printf(" %x errno %d", fgetwc(file), errno);
    state(file);
    fputwc(L'Z', file);
    fclose(file);
    dump("text");

    // What waits at the end of the process.
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        file = fopen("text", "w,ccs=UTF-16BE");
        fputws(L"exit", file);
        exit(0);
    }
    waitpid(child, NULL, 0);
    dump("text");
    return 0;
}
