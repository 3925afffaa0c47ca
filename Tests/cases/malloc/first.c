// the first block that a program needs may be one that printf asks for
#include <stdio.h>
int main(void)
{
    printf("%2$s %1$'012.2f %3$b\n", 1234567.891, "text", 5u);
    printf("%.5000d\n", 1);
    return 0;
}
