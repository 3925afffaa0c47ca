// printf_size as the conversion of a program: powers of 1024 and of 1000, with flags, widths and precisions; and what it says it takes.
#include <math.h>
#include <printf.h>
#include <stdio.h>
#include <wchar.h>

int main(void)
{
    register_printf_specifier('b', printf_size, (void *)0);
    register_printf_function('b', printf_size, printf_size_info);
    register_printf_function('B', printf_size, printf_size_info);
    double values[] = {0, 1, -1, 999, 1000, 1023, 1023.9999, 1024, 1536, 123456, 1e6, 1048576, -5e9, 1e15, 1e24, 1e30, 1e300, 0.25, INFINITY, -INFINITY, NAN};
    for (int i = 0; i < sizeof values / sizeof *values; i++)
        printf("%b|%B|%.0b|%.1B|%12b|%-12bx|%012.2b|%+b|% B|%Lb|%'B|%#.0b\n", values[i], values[i], values[i], values[i], values[i], values[i], values[i], values[i], values[i], (long double)values[i], values[i], values[i]);
    printf("%d\n", printf("%1b %2b\n", 5.0, 5.0));
    char text[40];
    printf("%d %s\n", snprintf(text, 6, "%b", 12345678.0), text);
    swprintf((wchar_t *)text, 10, L"%.1B", 4e7), printf("%ls\n", (wchar_t *)text);
    struct printf_info info = {0};
    int types[2] = {-1, -1};
    printf("%d", printf_size_info(&info, 2, types)), printf(" %x ", types[0]);
    info.is_long_double = 1;
    printf("%d", printf_size_info(&info, 1, types)), printf(" %x %d\n", types[0], types[1]);
    return 0;
}
