// lio_listio waits for all that could be queued, whatever could not; and keeps its own copy of the notification.
// flags: -lpthread
#include <aio.h>
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int ends[2];
static struct aiocb reading, nowhere, writing;
static sem_t told;

static void *feed(void *unused)
{
    (void)unused;
    while (aio_error(&writing) == EINPROGRESS || writing.aio_lio_opcode == 0) usleep(1000);
    usleep(20000);
    write(ends[1], "abc", 3);
    return NULL;
}

static void right(union sigval value) { printf("told: %d\n", value.sival_int); sem_post(&told); }
static void wrong(union sigval value) { printf("the wrong one: %d\n", value.sival_int); sem_post(&told); }

static int ask(struct sigevent *event)
{
    struct aiocb *list[] = {&reading};
    *event = (struct sigevent){.sigev_notify = SIGEV_THREAD, .sigev_notify_function = right, .sigev_value.sival_int = 1};
    int result = lio_listio(LIO_NOWAIT, list, 1, event);
    *event = (struct sigevent){.sigev_notify = SIGEV_THREAD, .sigev_notify_function = wrong, .sigev_value.sival_int = 2};
    return result;
}

int main(void)
{
    char buffer[8] = "";
    pipe(ends);
    sem_init(&told, 0, 0);
    int file = fileno(tmpfile());
    reading = (struct aiocb){.aio_fildes = ends[0], .aio_buf = buffer, .aio_nbytes = 3, .aio_lio_opcode = LIO_READ};
    nowhere = (struct aiocb){.aio_fildes = 99, .aio_buf = buffer, .aio_nbytes = 3, .aio_lio_opcode = LIO_READ};
    struct aiocb *list[] = {&reading, &nowhere, NULL, &writing};
    pthread_t thread;
    writing = (struct aiocb){.aio_fildes = file, .aio_buf = "written", .aio_nbytes = 7, .aio_lio_opcode = LIO_WRITE};
    pthread_create(&thread, NULL, feed, NULL);
    errno = 0;
    int result = lio_listio(LIO_WAIT, list, 4, NULL), error = errno;
    printf("%d %d; read %d %d %s; written %d %d\n", result, error, aio_error(&reading), (int)aio_return(&reading), buffer, aio_error(&writing),
           (int)aio_return(&writing));
    pthread_join(thread, NULL);
    struct sigevent *event = malloc(sizeof *event);
    result = ask(event);
    write(ends[1], "def", 3);
    sem_wait(&told);
    printf("%d, %.3s\n", result, buffer);
    return 0;
}
