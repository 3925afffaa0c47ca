// isalpha and its family return the bit of glibc's table, as functions and through the table, for -128 to 255
#include <ctype.h>
#include <locale.h>
#include <stdio.h>

#define EACH(X) X(isalnum) X(isalpha) X(isblank) X(iscntrl) X(isdigit) X(isgraph) X(islower) X(isprint) X(ispunct) X(isspace) X(isupper) \
    X(isxdigit)
#define POINTER(name) name,
#define POINTER_L(name) name##_l,
#define NAME(name) #name,
static int (*const functions[])(int) = { EACH(POINTER) };
static int (*const functions_l[])(int, locale_t) = { EACH(POINTER_L) };
static const char *const titles[] = { EACH(NAME) };

int main(void)
{
    for (int round = 0; round < 2; round++) {
        printf("%s\n", setlocale(LC_ALL, round ? "C.UTF-8" : "C"));
        locale_t locale = newlocale(LC_ALL_MASK, round ? "C.UTF-8" : "C", (locale_t)0);
        for (unsigned f = 0; f < sizeof functions / sizeof *functions; f++) {
            unsigned long sum = 0, sum_l = 0;
            for (int c = -128; c < 256; c++) {
                sum = sum * 31 + functions[f](c);
                sum_l = sum_l * 31 + functions_l[f](c, locale);
            }
            printf("%s %lx %lx\n", titles[f], sum, sum_l);
        }
        unsigned long table = 0;
        for (int c = -128; c < 256; c++)
            table = table * 31 + (*__ctype_b_loc())[c] + 7 * (*__ctype_tolower_loc())[c] + 11 * (*__ctype_toupper_loc())[c];
        printf("tables %lx, tolower %d %d %d, toupper %d %d\n", table, (tolower)(-1), (tolower)(0xe9), (tolower)(300), (toupper)('z'), (toupper)(-20));
    }
    return 0;
}
