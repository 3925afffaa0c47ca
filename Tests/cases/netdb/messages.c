// gai_strerror, hstrerror and herror have glibc's texts
#include <netdb.h>
#include <stdio.h>
int main(void)
{
    for (int i = -120; i < 5; i++)
        printf("%d %s\n", i, gai_strerror(i));
    for (int i = -2; i < 8; i++)
        printf("%d %s\n", i, hstrerror(i));
    h_errno = NO_DATA;
    herror("x"), herror(""), herror(NULL);
    return 0;
}
