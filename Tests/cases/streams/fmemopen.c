// Streams over memory, in every mode: what does not fit is an error when it is written out, zeros, SEEK_END
#include "memory.h"

int main(void)
{
    all(fmemopen);
    char text[4] = "";
    FILE *stream = fmemopen(text, 4, "w");
    setvbuf(stream, NULL, _IONBF, 0);
    printf("unbuffered:");
    for (int i = 0; i < 6; i++)
        errno = 0, printf(" %d", putc('a' + i, stream)), printf(" %d", errno);
    fclose(stream);
    printf(" %.4s\n", text);
    return 0;
}
