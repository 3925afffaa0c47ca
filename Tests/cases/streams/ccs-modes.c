// how modes with ,ccs= are read, and what freopen and fdopen make of them
#include "ccs.h"

int main(void)
{
    static const char *const modes[] = {
        "r,ccs=euc-jp", "r,ccs=cp1252", "r,ccs=xxx", "r,ccs=big5", "rb,ccs=euc-jp", "r,ccs=EUC-JP", "r,ccs=ISO-10646/UCS2", "r,ccs=ISO-10646/UCS2/",
        "r,ccs=ISO-10646/UCS2//x", "r,ccs=ISO-10646//UCS2", "r,ccs=UTF-8// ", "r,ccs=UTF-8/// ", "r,ccs=//", "r,ccs=UTF-8/x", "wx,ccs=UTF-8",
        "rbbbbbb,ccs=UTF-16LE", "rbbbbbbb,ccs=nope", "r,ccs=x,ccs=nope", "r,,ccs=UTF-8", "r,ccs=UTF-8//TRANSLIT", "r,ccs=WCHAR_T", "r,ccs=INTERNAL",
        "r,ccs=UCS4", "r,ccs=char", "r,ccs= UTF8", "rccs=UTF-16LE", "r,ccs=utf-16le+", "r,+ccs=utf-16le", "rm,ccs=utf-16le",
    };
    fill("file", "A\0B\0C\0\n\0", 8);
    for (unsigned i = 0; i < sizeof modes / sizeof *modes; i++) {
        errno = 0;
        FILE *file = fopen("file", modes[i]);
        printf("%s: %d", modes[i], file ? fwide(file, 0) > 0 : -1);
        printf(" %d", errno);
        if (file) {
            printf(" %d", __fwritable(file) != 0);
            printf(" %d", fcntl(fileno(file), F_GETFD));
            fclose(file);
        }
        printf("\n");
    }

    FILE *file = fopen("file", "r");
    file = freopen("file", "r,ccs=UTF-16LE", file);
    printf("%d", fwide(file, 0));
    printf(" %x", fgetwc(file));
    printf(" %x\n", fgetwc(file));
    errno = 0;
    printf("%d", freopen("file", "r,ccs=nono", file) == NULL);
    printf(" %d\n", errno);

    // A stream that had an encoding has none any more.
    file = fopen("file", "r,ccs=UTF-16LE");
    printf("%x", fgetwc(file));
    printf(" %d", freopen("file", "r", file) == file);
    printf(" %d", fwide(file, 0));
    printf(" %d", fgetc(file));
    printf(" %d", fgetc(file));
    printf(" %ld\n", ftell(file));
    fclose(file);
    file = fopen("out", "w,ccs=UTF-16LE");
    fputws(L"abc", file);
    printf("%d", freopen("out2", "w", file) == file);
    printf(" %d\n", fputs("bytes", file));
    fclose(file);
    dump("out");
    dump("out2");

    file = fdopen(open("file", O_RDONLY), "r,ccs=UTF-16LE");
    printf("%d", fwide(file, 0));
    printf(" %d\n", fgetc(file));
    fclose(file);
    file = fdopen(open("file", O_RDONLY), "r,ccs=nono");
    printf("%d\n", file != NULL);
    return 0;
}
