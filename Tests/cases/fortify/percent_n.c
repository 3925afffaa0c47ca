// %n is served from a constant format and refused in a writable one; a gap in positional arguments is refused; both only at a flag above zero.
// flags: -fno-builtin -Wno-all
#include "check.h"
#include <string.h>
#include <wchar.h>
extern int __printf_chk(int, const char *, ...), __sprintf_chk(char *, int, size_t, const char *, ...);
extern int __swprintf_chk(wchar_t *, size_t, int, size_t, const wchar_t *, ...);

static char writable[] = "12345%n\n", harmless[] = "no such conversion: 5%% never\n";
static wchar_t writable_wide[] = L"12345%n";
static wchar_t wide[32];

int main(void)
{
    int count = 0;
    char to[64];
    CHECK((__printf_chk(1, "12345%n\n", &count), printf("%d\n", count)));
    CHECK(__printf_chk(1, writable, &count));
    CHECK((__printf_chk(0, writable, &count), printf("%d\n", count)));
    CHECK((__printf_chk(-1, writable, &count), printf("%d\n", count)));
    CHECK(__printf_chk(1, harmless));
    CHECK(__sprintf_chk(to, 1, sizeof to, writable, &count));
    CHECK(__printf_chk(1, strdup("%ln\n"), (long *)to));
    CHECK(__swprintf_chk(wide, 32, 1, 32, L"12345%n", &count));
    CHECK(__swprintf_chk(wide, 32, 1, 32, writable_wide, &count));
    CHECK(__printf_chk(1, "%2$s %1$d\n", 7, "seven"));
    CHECK(__printf_chk(1, "%1$*2$d|\n", 7, 4));
    CHECK(__printf_chk(1, "%1$d %3$d\n", 1, 2, 3));
    CHECK(__printf_chk(1, "%3$d %2$*1$d\n", 5, 2, 3));
    return 0;
}
