// A program's own stream that takes less than it is given has failed; an empty mode is refused
#include <errno.h>
#include <stdio.h>
#include <string.h>

static long room;
static ssize_t take(void *cookie, const char *data, size_t size)
{
    long taken = size < (size_t)room ? (long)size : room;
    printf("<%.*s>", (int)taken, data), room -= taken;
    return taken;
}

int main(void)
{
    cookie_io_functions_t functions = {.write = take};
    errno = 0;
    printf("%d", !!fopencookie(NULL, "", functions)), printf(" %d\n", errno);
    FILE *stream = fopencookie(NULL, "w", functions);
    room = 8;
    for (int i = 0; i < 3; i++) {
        printf("puts %d", fputs("hello", stream)), errno = 0, fflush(stdout);
        printf(" flush %d", fflush(stream)), printf(" %d error %d\n", errno, ferror(stream));
    }
    clearerr(stream), room = 100;
    printf("puts %d", fputs("again", stream)), printf(" close %d\n", fclose(stream));
    return 0;
}
