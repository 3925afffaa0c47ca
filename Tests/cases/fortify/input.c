// The checked line and block readers abort only where the data really does not fit, and otherwise read what the plain ones read.
// flags: -fno-builtin -Wno-all
#include "check.h"
#include <string.h>
#include <wchar.h>
extern char *__fgets_chk(char *, size_t, int, FILE *), *__fgets_unlocked_chk(char *, size_t, int, FILE *), *__gets_chk(char *, size_t);
extern wchar_t *__fgetws_chk(wchar_t *, size_t, int, FILE *), *__fgetws_unlocked_chk(wchar_t *, size_t, int, FILE *);
extern size_t __fread_chk(void *, size_t, size_t, size_t, FILE *), __fread_unlocked_chk(void *, size_t, size_t, size_t, FILE *);

static char to[64];
static wchar_t wide[64];

static FILE *text(const char *content)
{
    FILE *file = tmpfile();
    // Not through the stream, which would give it an orientation.
    write(fileno(file), content, strlen(content));
    lseek(fileno(file), 0, SEEK_SET);
    return file;
}

static FILE *input(const char *content)
{
    FILE *file = text(content);
    dup2(fileno(file), 0);
    return stdin;
}

static int show(const char *line) { return printf("[%s]\n", line ? line : "(null)"); }
static int show_wide(const wchar_t *line) { return printf("[%ls]\n", line ? line : L"(null)"); }

int main(void)
{
    CHECK(show(__fgets_chk(to, N(8), 8, text("abc\ndef\n"))));
    CHECK(show(__fgets_chk(to, N(8), 9, text("abc\ndef\n"))));
    CHECK(show(__fgets_chk(to, N(8), 100, text("1234567"))));
    CHECK(show(__fgets_chk(to, N(8), 100, text("123456\n"))));
    CHECK(show(__fgets_chk(to, N(8), 100, text("1234567\n"))));
    CHECK(show(__fgets_chk(to, N(8), 100, text("12345678"))));
    CHECK(show(__fgets_chk(to, N(8), 8, text("12345678"))));
    CHECK(show(__fgets_chk(to, N(8), 100, text(""))));
    CHECK(show(__fgets_chk(to, N(8), 0, text("a"))));
    CHECK(show(__fgets_chk(to, N(-1), 10, text("a"))));
    CHECK(show(__fgets_unlocked_chk(to, N(8), 100, text("1234567"))));
    CHECK(show(__fgets_unlocked_chk(to, N(8), 100, text("12345678"))));
    CHECK(show_wide(__fgetws_chk(wide, N(8), 8, text("abc\ndef\n"))));
    CHECK(show_wide(__fgetws_chk(wide, N(8), 100, text("123456\n"))));
    CHECK(show_wide(__fgetws_chk(wide, N(8), 100, text("12345678"))));
    CHECK(show_wide(__fgetws_unlocked_chk(wide, N(8), 100, text("123456\n"))));
    CHECK(show_wide(__fgetws_unlocked_chk(wide, N(8), 100, text("12345678"))));
    CHECK(printf("%zu\n", __fread_chk(to, N(8), N(2), N(4), text("12345678"))));
    CHECK(printf("%zu\n", __fread_chk(to, N(7), N(2), N(4), text("12345678"))));
    CHECK(printf("%zu\n", __fread_chk(to, N(-1), N(1) << 33, N(1) << 33, text("12345678"))));
    CHECK(printf("%zu\n", __fread_unlocked_chk(to, N(8), N(2), N(4), text("1234567"))));
    CHECK(printf("%zu\n", __fread_unlocked_chk(to, N(7), N(2), N(4), text("12345678"))));
    CHECK((input("1234567\nnext\n"), show(__gets_chk(to, N(8)))));
    CHECK((input("12345678\n"), show(__gets_chk(to, N(8)))));
    CHECK((input("\n"), show(__gets_chk(to, N(8)))));
    CHECK((input(""), show(__gets_chk(to, N(8)))));
    CHECK((input("last"), show(__gets_chk(to, N(8)))));
    CHECK((input("x\n"), show(__gets_chk(to, N(0)))));
    return 0;
}
