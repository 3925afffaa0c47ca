// scandir works while an asynchronous read is under way.
#include <aio.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int not_dots(const struct dirent *entry) { return entry->d_name[0] != '.'; }
static int not_dots64(const struct dirent64 *entry) { return entry->d_name[0] != '.'; }

int main(void)
{
    int ends[2];
    if (pipe(ends))
        return 1;
    close(creat("b", 0600)), close(creat("a", 0600));
    char byte = 0;
    struct aiocb waiting = {.aio_fildes = ends[0], .aio_buf = &byte, .aio_nbytes = 1};
    printf("%d\n", aio_read(&waiting));

    struct dirent **entries;
    int count = scandir(".", &entries, not_dots, alphasort);
    printf("%d\n", count);
    for (int i = 0; i < count; i++)
        puts(entries[i]->d_name);
    struct dirent64 **entries64;
    count = scandir64(".", &entries64, not_dots64, versionsort64);
    printf("%d\n", count);
    for (int i = 0; i < count; i++)
        puts(entries64[i]->d_name);
    count = scandirat(AT_FDCWD, ".", &entries, NULL, alphasort);
    printf("%d\n", count);
    printf("%d %m\n", scandir("absent", &entries, NULL, NULL));

    printf("%zd\n", write(ends[1], "x", 1));
    const struct aiocb *list[] = {&waiting};
    while (aio_error(&waiting) == EINPROGRESS)
        aio_suspend(list, 1, NULL);
    printf("%zd %c\n", aio_return(&waiting), byte);
    unlink("a"), unlink("b");
    return 0;
}
