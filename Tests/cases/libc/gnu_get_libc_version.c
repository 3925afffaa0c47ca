// gnu_get_libc_version names the release whose behaviour is followed
#include <gnu/libc-version.h>
#include <stdio.h>
int main(void)
{
    puts(gnu_get_libc_version());
    puts(gnu_get_libc_release());
}
