// glibc's <printf.h>: what a program's own conversion function is told.
#pragma once
#include <wchar.h>

struct printf_information {
    int prec;
    int width;
    wchar_t spec;
    unsigned is_long_double : 1, is_short : 1, is_long : 1, alt : 1, space : 1, left : 1, showsign : 1, group : 1, extra : 1, is_char : 1,
        wide : 1, i18n : 1, is_binary128 : 1, padding : 3;
    unsigned short user;
    wchar_t pad;
};
_Static_assert(sizeof(struct printf_information) == 20, "glibc's layout");

enum { PA_INT, PA_CHAR, PA_WCHAR, PA_STRING, PA_WSTRING, PA_POINTER, PA_FLOAT, PA_DOUBLE, PA_LAST };
enum {
    PA_FLAG_MASK = 0xff00, PA_FLAG_LONG_LONG = 1 << 8, PA_FLAG_LONG_DOUBLE = PA_FLAG_LONG_LONG, PA_FLAG_LONG = 1 << 9,
    PA_FLAG_SHORT = 1 << 10, PA_FLAG_PTR = 1 << 11,
};
