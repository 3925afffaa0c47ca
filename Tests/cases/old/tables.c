// The tables of texts at every version they had, and their counts
#include <stdio.h>
#include <string.h>
extern const char *const errors_a[], *const errors_b[], *const errors_c[], *const errors_d[], *const signals_a[], *const signals_b[], *const short_a[];
extern const int count_a, count_b, count_c, count_d;
__asm__(".symver errors_a, sys_errlist@GLIBC_2.2.5\n.symver errors_b, sys_errlist@GLIBC_2.3\n.symver errors_c, _sys_errlist@GLIBC_2.4\n"
        ".symver errors_d, sys_errlist@GLIBC_2.12\n.symver signals_a, sys_siglist@GLIBC_2.2.5\n.symver signals_b, _sys_siglist@GLIBC_2.3.3\n"
        ".symver short_a, sys_sigabbrev@GLIBC_2.2.5\n.symver count_a, sys_nerr@GLIBC_2.2.5\n.symver count_b, _sys_nerr@GLIBC_2.3\n"
        ".symver count_c, sys_nerr@GLIBC_2.4\n.symver count_d, _sys_nerr@GLIBC_2.12");

static void table(const char *const *texts, int count)
{
    for (int i = 0; i < count; i++) printf("%d %s\n", i, texts[i] ? texts[i] : "(null)");
}

int main(void)
{
    printf("%d %d %d %d\n", count_a, count_b, count_c, count_d);
    table(errors_a, count_a), table(errors_b, count_b), table(errors_c, count_c), table(errors_d, count_d - 1);
    table(signals_a, 64), table(signals_b, 65), table(short_a, 64);
}
