// Writing at an offset of a file that is open with O_APPEND appends to it, by pwrite, pwritev and asynchronously, as Linux and glibc have it
// flags: -lrt
#include <aio.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/uio.h>
#include <unistd.h>

static int file;

static void show(const char *name, ssize_t result)
{
    char text[64];
    ssize_t size = pread(file, text, sizeof text - 1, 0);
    text[size > 0 ? size : 0] = 0;
    printf("%s: %zd, now %s, position %ld\n", name, result, text, (long)lseek(file, 0, SEEK_CUR));
}

int main(void)
{
    struct iovec parts[2] = { { "d", 1 }, { "ef", 2 } };
    struct aiocb block = { .aio_buf = "ghi", .aio_nbytes = 3, .aio_sigevent.sigev_notify = SIGEV_NONE };
    const struct aiocb *list[1] = { &block };
    file = open("appended", O_RDWR | O_CREAT | O_APPEND, 0600);
    show("write", write(file, "0123", 4));
    show("pwrite", pwrite(file, "abc", 3, 0));
    show("pwrite64", pwrite64(file, "ABC", 3, 1));
    show("pwritev", pwritev(file, parts, 2, 0));
    show("pwritev64", pwritev64(file, parts, 2, 2));
    show("pwritev2", pwritev2(file, parts, 2, 1, 0));
    block.aio_fildes = file;
    aio_write(&block);
    while (aio_error(&block) == EINPROGRESS) aio_suspend(list, 1, NULL);
    show("aio_write", aio_return(&block));
    show("no offset", pwrite(file, "abc", 3, -1));
    fcntl(file, F_SETFL, 0);
    show("in place", pwrite(file, "abc", 3, 0));
    show("in place", pwritev(file, parts, 2, 3));
    unlink("appended");
    return 0;
}
