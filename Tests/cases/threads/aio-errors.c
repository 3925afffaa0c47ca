// Asynchronous input and output: a wait with a time before all times is over at once; a list tells the error of what could not be queued
// flags: -lrt
#include <aio.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int pipes[2];
static char byte;

static void say(const char *name, int result) { printf("%s: %d, %s\n", name, result, result ? strerrorname_np(errno) : "-"); }

int main(void)
{
    struct aiocb block = { .aio_buf = &byte, .aio_nbytes = 1, .aio_sigevent.sigev_notify = SIGEV_NONE }, bad;
    const struct aiocb *list[1] = { &block };
    static const time_t times[] = { 0, -1, -1000000000 };
    (void)!pipe(pipes);
    block.aio_fildes = pipes[0];
    say("read", aio_read(&block));
    for (int i = 0; i < 3; i++) {
        struct timespec timeout = { times[i], 0 };
        say("suspend", aio_suspend(list, 1, &timeout));
    }
    (void)!write(pipes[1], "x", 1);
    while (aio_error(&block) == EINPROGRESS) aio_suspend(list, 1, NULL);
    printf("%zd\n", aio_return(&block));

    bad = block;
    bad.aio_lio_opcode = LIO_READ;
    bad.aio_reqprio = -1;
    block.aio_lio_opcode = LIO_WRITE;
    block.aio_fildes = pipes[1];
    for (int mode = 0; mode < 2; mode++) {
        struct aiocb *both[2] = { &block, &bad };
        say(mode ? "list, not awaited" : "list", lio_listio(mode ? LIO_NOWAIT : LIO_WAIT, both, 2, NULL));
        while (aio_error(&block) == EINPROGRESS) aio_suspend(list, 1, NULL);
        printf("%zd\n", aio_return(&block));
        printf("bad: %s\n", strerrorname_np(aio_error(&bad)));
    }
    return 0;
}
