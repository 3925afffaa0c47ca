// The program that the debugger runs: a call chain that ends in a library.
#include <stdio.h>
#include <stdlib.h>
int inner(int n);
static int outer(int n) { return inner(n + 1) + 1; }
int main(void)
{
    char *text = getenv("GREETING");
    printf("%s %d\n", text ? text : "none", outer(20));
    return 4;
}
