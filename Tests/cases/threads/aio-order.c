// Requests for one file are done one after the other; what waits can be taken back; a file that is not open is the request's error
// flags: -pthread -lrt
#include <aio.h>
#include <errno.h>
#include <fcntl.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MANY = 8 };
static struct aiocb blocks[MANY];
static char bytes[MANY];
static int pipes[2];
static sem_t told;
static void tell(union sigval value) { printf("told of %d: error %d\n", value.sival_int, aio_error(&blocks[value.sival_int])); sem_post(&told); }

static void wait_for(struct aiocb *block)
{
    const struct aiocb *list[] = { NULL, block };
    while (aio_error(block) == EINPROGRESS)
        aio_suspend(list, 2, NULL);
}

static void read_in_order(void)
{
    for (int i = 0; i < MANY; i++) {
        memset(&blocks[i], 0, sizeof blocks[i]);
        blocks[i].aio_fildes = pipes[0], blocks[i].aio_buf = &bytes[i], blocks[i].aio_nbytes = 1;
        blocks[i].aio_sigevent.sigev_notify = SIGEV_NONE;
        printf("%d", aio_read(&blocks[i]));
    }
    (void)!write(pipes[1], "abcdefgh", MANY);
    for (int i = 0; i < MANY; i++)
        wait_for(&blocks[i]);
    printf(" %.*s\n", MANY, bytes);
}

static const char *name_of(int result) { return result == AIO_CANCELED ? "cancelled" : result == AIO_NOTCANCELED ? "not cancelled" : result == AIO_ALLDONE ? "all done" : "error"; }

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    sem_init(&told, 0, 0);
    (void)!pipe(pipes);
    for (int round = 0; round < 20; round++)
        read_in_order();
    for (int i = 0; i < 3; i++) {
        blocks[i].aio_sigevent.sigev_notify = i ? SIGEV_THREAD : SIGEV_NONE;
        blocks[i].aio_sigevent.sigev_notify_function = tell;
        blocks[i].aio_sigevent.sigev_notify_attributes = NULL;
        blocks[i].aio_sigevent.sigev_value.sival_int = i;
        aio_read(&blocks[i]);
    }
    int error = aio_cancel(pipes[1], &blocks[2]);
    printf("another file's: %d", error);
    printf(" %d\n", errno == EINVAL);
    error = aio_cancel(pipes[0], &blocks[2]);
    while (sem_wait(&told));
    puts(name_of(error));
    printf("%d %d\n", aio_error(&blocks[2]) == ECANCELED, (int)aio_return(&blocks[2]));
    puts(name_of(aio_cancel(pipes[0], &blocks[2])));
    (void)!write(pipes[1], "yz", 2);
    wait_for(&blocks[0]), wait_for(&blocks[1]);
    while (sem_wait(&told));
    printf("%.2s\n", bytes);
    puts(name_of(aio_cancel(pipes[0], NULL)));
    struct aiocb bad = { .aio_fildes = 999, .aio_buf = bytes, .aio_nbytes = 1 };
    printf("not open: %d", aio_read(&bad));
    wait_for(&bad);
    printf(" %d %d\n", aio_error(&bad) == EBADF, (int)aio_return(&bad));
    error = aio_fsync(O_SYNC, &bad);
    printf("fsync: %d %d\n", error, errno == EBADF);
    error = aio_cancel(999, NULL);
    printf("cancel: %d %d\n", error, errno == EBADF);
    bad.aio_reqprio = 21;
    error = aio_write(&bad);
    printf("priority: %d %d\n", error, errno == EINVAL);
    struct timespec soon = { 0, 1000000 };
    aio_read(&blocks[0]);
    const struct aiocb *list[] = { &blocks[0] };
    error = aio_suspend(list, 1, &soon);
    printf("time: %d %d\n", error, errno == EAGAIN);
    (void)!write(pipes[1], "w", 1);
    wait_for(&blocks[0]);
    printf("%c\n", bytes[0]);
    char path[] = "/tmp/aio-order-XXXXXX", text[16] = "";
    int file = mkstemp(path);
    unlink(path);
    struct aiocb first = { .aio_fildes = file, .aio_buf = "hello world", .aio_nbytes = 11 }, second = { .aio_fildes = file, .aio_buf = text, .aio_nbytes = 5, .aio_offset = 6 };
    first.aio_sigevent.sigev_notify = second.aio_sigevent.sigev_notify = SIGEV_NONE;
    aio_write(&first);
    aio_read(&second);
    wait_for(&second);
    printf("%s %d\n", text, (int)aio_return(&first));
    return 0;
}
