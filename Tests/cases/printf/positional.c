// numbered arguments: order, reuse, gaps, widths and precisions by number, many arguments
#include <errno.h>
#include <stdio.h>
#include <string.h>
int main(void)
{
    int n;
    printf("%2$s %1$s %2$s\n", "a", "b");
    printf("%1$*2$d|%1$-*2$d|%1$.*2$d\n", 7, 5);
    printf("%3$s %1$d\n", 1, 2, "three");
    printf("%4$s %1$d %2$ld\n", 1, 2L, 3, "four");
    printf("%2$f %1$d %3$Lf\n", 1, 2.5, 3.5L);
    printf("%1$d %1$x %1$o %2$c\n", 77, 'z');
    printf("%10$d %9$d %8$d %7$d %6$d %5$d %4$d %3$d %2$d %1$d\n", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    printf("%1$s %5$.3f %4$e %3$g %2$a\n", "x", 1.0, 2.0, 3.0, 4.0);
    printf("%2$*1$s|%2$.*1$s\n", 4, "abcdefgh");
    errno = ENOENT;
    printf("%2$d %m %1$d %%\n", 1, 2);
    printf("%1$n%2$d\n", &n, 5);
    n = printf("%1$", 3);
    printf("%d %s\n", n, n < 0 ? strerror(errno) : "");
    n = printf("%0$d\n", 3);
    printf("%d\n", n);
    n = printf("%1$d %99999999999$d\n", 3);
    printf("%d\n", n);
    char buffer[20];
    n = snprintf(buffer, sizeof buffer, "%2$s-%1$s", "a long first one", "second");
    printf("%d %s\n", n, buffer);
    return 0;
}
