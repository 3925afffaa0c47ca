// lio_listio says EIO where it waits and a request failed or cannot be queued, and EINVAL for another mode
// flags: -lrt
#include <aio.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    char byte;
    struct aiocb bad = {.aio_fildes = 99, .aio_buf = &byte, .aio_nbytes = 1, .aio_lio_opcode = LIO_READ},
        *list[] = {&bad, NULL};
    bad.aio_sigevent.sigev_notify = SIGEV_NONE;
    int modes[] = {LIO_WAIT, 7, -1};
    for (int i = 0; i < 3; i++)
        errno = 0, printf("no file, mode %d: %d", modes[i], lio_listio(modes[i], list, 2, NULL)), printf(" %d\n",
            errno);
    bad.aio_lio_opcode = LIO_NOP, errno = 0;
    printf("nothing %d", lio_listio(LIO_WAIT, list, 2, NULL)), printf(" %d\n", errno);
    int file = open("file", O_CREAT | O_RDWR, 0644);
    write(file, "a", 1);
    bad.aio_fildes = file, bad.aio_lio_opcode = LIO_READ, errno = 0;
    printf("a file %d", lio_listio(LIO_WAIT, list, 2, NULL)), printf(" %d %zd %c\n", errno, aio_return(&bad), byte);
    return 0;
}
