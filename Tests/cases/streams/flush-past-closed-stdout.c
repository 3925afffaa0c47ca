// fflush of all streams does not look at a stream that stood in stdout and was closed
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    FILE *before = stdout, *other = fopen("file", "w"), *file = fopen("file2", "w");
    fputs("text", file);
    stdout = other;
    printf("gone with the stream");
    fclose(stdout);
    // What the memory holds now is the program's.
    static char *blocks[4000];
    for (int i = 0; i < 4000; i++)
        memset(blocks[i] = malloc(16 + i), 0x41, 16 + i);
    int result = fflush(NULL);
    stdout = before;
    int text = getc(fopen("file2", "r"));
    printf("%d %c\n", result, text);
    return 0;
}
