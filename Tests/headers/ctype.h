// <ctype.h>: every class of every byte and of EOF, in the C locale and in C.UTF-8; the tables behind the macros.
// compile: -D__NO_CTYPE
#include <ctype.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>

#define LINE(name, of_c) \
    do { char line[260]; int n = 0; \
         for (int c = -1; c < 256; c++) line[n++] = (of_c) ? 'x' : '.'; \
         line[n] = 0; say("%s %s", name, line); } while (0)
#define IN_BOTH_LOCALES(name, of_c) LINE(name, of_c); setlocale(LC_ALL, "C.UTF-8"); LINE(name, of_c)
#define MAPPED(name, of_c) \
    for (int c = -1; c < 256; c++) { int to = (of_c); if (to != c) say("%s %d: %d", name, c, to); }

every F = isalnum isalpha isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit
$F:
    IN_BOTH_LOCALES("$F", ($F)(c));

every F = isalnum isalpha isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit
$F_l, __$F_l:
    locale_t c_locale = newlocale(LC_ALL_MASK, "C", NULL), utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
    LINE("C", ($F_l)(c, c_locale));
    LINE("C.UTF-8", ($F_l)(c, utf8));
    extern int underscored_$F(int, locale_t) __asm__("__$F_l");
    LINE("C with underscores", underscored_$F(c, c_locale));

isascii, __isascii_l, toascii, __toascii_l:
    extern int plain_isascii_l(int, locale_t) __asm__("__isascii_l"),
        plain_toascii_l(int, locale_t) __asm__("__toascii_l");
    locale_t utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
    LINE("isascii", (isascii)(c));
    LINE("with a locale", plain_isascii_l(c, utf8));
    show((isascii)(1000));
    show((isascii)(-5));
    show((toascii)(0x1c1));
    show((toascii)(-1));
    show(plain_toascii_l(0xe1, utf8));

tolower, toupper, _tolower, _toupper:
    extern int plain_tolower(int) __asm__("_tolower"), plain_toupper(int) __asm__("_toupper");
    MAPPED("tolower", (tolower)(c));
    MAPPED("toupper", (toupper)(c));
    MAPPED("_tolower", c < 0 ? c : plain_tolower(c));
    MAPPED("_toupper", c < 0 ? c : plain_toupper(c));
    setlocale(LC_ALL, "C.UTF-8");
    MAPPED("tolower", (tolower)(c));
    MAPPED("toupper", (toupper)(c));

tolower_l, toupper_l, __tolower_l, __toupper_l:
    locale_t c_locale = newlocale(LC_ALL_MASK, "C", NULL), utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
    MAPPED("tolower_l", (tolower_l)(c, c_locale));
    MAPPED("toupper_l", (toupper_l)(c, utf8));
    extern int lower(int, locale_t) __asm__("__tolower_l"), upper(int, locale_t) __asm__("__toupper_l");
    MAPPED("__tolower_l", lower(c, utf8));
    MAPPED("__toupper_l", upper(c, c_locale));

isctype, __isctype:
    extern int plain_isctype(int, int) __asm__("isctype"), plain_underscored(int, int) __asm__("__isctype");
    LINE("alpha or punct", plain_isctype(c, _ISalpha | _ISpunct));
    LINE("digit", plain_underscored(c, _ISdigit));
    show(plain_isctype('a', _ISalpha));
    show(plain_isctype('a', 0));

__ctype_b_loc, __ctype_tolower_loc, __ctype_toupper_loc:
    for (int utf8 = 0; utf8 < 2; utf8++) {
        for (int c = -128; c < 256; c++)
            say("%d: %04x %d %d", c, (*__ctype_b_loc())[c], (*__ctype_tolower_loc())[c], (*__ctype_toupper_loc())[c]);
        setlocale(LC_ALL, "C.UTF-8");
    }
