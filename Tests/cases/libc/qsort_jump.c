// A comparison may leave qsort by longjmp or by an exception's unwinding through it.
// flags: -fexceptions
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

static jmp_buf out;
static int calls;

static int leave(const void *a, const void *b)
{
    (void)a, (void)b;
    if (++calls == 3)
        longjmp(out, 7);
    return 0;
}

int main(void)
{
    int numbers[] = {3, 1, 2, 5, 4};
    int got = setjmp(out);
    if (got == 0)
        qsort(numbers, 5, sizeof *numbers, leave);
    printf("%d after %d calls\n", got, calls);
    return 0;
}
