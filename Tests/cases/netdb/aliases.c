// mail aliases and the resolver's other tables answer alike where there is no table
#include <aliases.h>
#include <errno.h>
#include <stdio.h>
int main(void)
{
    struct aliasent a, *r;
    char b[256];
    printf("%d\n", getaliasbyname("nobody-of-that-name") == NULL);
    int e = getaliasbyname_r("nobody-of-that-name", &a, b, sizeof b, &r);
    printf("%d %d\n", e, r == NULL);
    return 0;
}
