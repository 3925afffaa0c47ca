// the default failure handler prints "memory exhausted" and exits with obstack_exit_failure
#include <obstack.h>
#include <stdio.h>
#include <stdlib.h>
static void *none(long n) { return NULL; }
int main(void)
{
    struct obstack o;
    obstack_exit_failure = 42;
    obstack_specify_allocation(&o, 0, 0, none, free);
    puts("not reached");
}
