// With POSIXLY_CORRECT a caret negates no bracket of fnmatch, nor one in a group.
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    setenv("POSIXLY_CORRECT", "", 1);
    const char *strings[] = { "a", "b", "^", "]" };
    for (int i = 0; i < 4; i++)
        printf("%d %d %d\n", fnmatch("[^a]", strings[i], 0), fnmatch("[!a]", strings[i], 0), fnmatch("@([^a])", strings[i], FNM_EXTMATCH));
    return 0;
}
