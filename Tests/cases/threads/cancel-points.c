// A thread that is cancelled while it is blocked in a cancellation point, in each of them, runs its cleanup handlers and then those of its keys
// flags: -pthread -lrt
#include <errno.h>
#include <fcntl.h>
#include <mqueue.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <termios.h>
#include <threads.h>
#include <time.h>
#include "asleep.h"

static int empty[2], full[2], listener, datagrams, spent[2], events, queue, locked;
static mqd_t messages;
static pid_t child;
static pthread_t other;
static sem_t semaphore;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static mtx_t c11_mutex;
static cnd_t c11_condition;
static pthread_key_t key;
static volatile int blocking;
static char text[70000];
static struct timespec late;
static struct iovec part = { text, sizeof text };
static struct flock region = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

static struct message { long type; char text[8]; } message = { 1, "" };

#define POINTS(X) \
    X(accept, accept(listener, NULL, NULL)) \
    X(accept4, accept4(listener, NULL, NULL, SOCK_CLOEXEC)) \
    X(clock_nanosleep, clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &late, NULL)) \
    X(connect, connect(socket(AF_UNIX, SOCK_STREAM, 0), (struct sockaddr *)&(struct sockaddr_un){ AF_UNIX, "socket" }, sizeof(struct sockaddr_un))) \
    X(epoll_wait, epoll_wait(events, &(struct epoll_event){ 0 }, 1, -1)) \
    X(epoll_pwait, epoll_pwait(events, &(struct epoll_event){ 0 }, 1, -1, NULL)) \
    X(epoll_pwait2, epoll_pwait2(events, &(struct epoll_event){ 0 }, 1, NULL, NULL)) \
    X(fcntl, fcntl(locked, F_SETLKW, &region)) \
    X(lockf, lockf(locked, F_LOCK, 0)) \
    X(mq_receive, mq_receive(messages, text, 64, NULL)) \
    X(mq_timedreceive, mq_timedreceive(messages, text, 64, NULL, &late)) \
    X(msgrcv, msgrcv(queue, &message, 8, 7, 0)) \
    X(nanosleep, nanosleep(&late, NULL)) \
    X(open, open("fifo", O_RDONLY)) \
    X(openat, openat(AT_FDCWD, "fifo", O_WRONLY)) \
    X(creat, creat("fifo", 0600)) \
    X(pause, pause()) \
    X(poll, poll(&(struct pollfd){ empty[0], POLLIN, 0 }, 1, -1)) \
    X(ppoll, ppoll(&(struct pollfd){ empty[0], POLLIN, 0 }, 1, NULL, NULL)) \
    X(pselect, pselect(0, NULL, NULL, NULL, NULL, NULL)) \
    X(select, select(0, NULL, NULL, NULL, NULL)) \
    X(pthread_cond_wait, (pthread_mutex_lock(&mutex), pthread_cond_wait(&condition, &mutex))) \
    X(pthread_cond_timedwait, (pthread_mutex_lock(&mutex), pthread_cond_timedwait(&condition, &mutex, &late))) \
    X(pthread_cond_clockwait, (pthread_mutex_lock(&mutex), pthread_cond_clockwait(&condition, &mutex, CLOCK_MONOTONIC, &late))) \
    X(cnd_wait, (mtx_lock(&c11_mutex), cnd_wait(&c11_condition, &c11_mutex))) \
    X(cnd_timedwait, (mtx_lock(&c11_mutex), cnd_timedwait(&c11_condition, &c11_mutex, &late))) \
    X(pthread_join, pthread_join(other, NULL)) \
    X(pthread_timedjoin_np, pthread_timedjoin_np(other, NULL, &late)) \
    X(pthread_clockjoin_np, pthread_clockjoin_np(other, NULL, CLOCK_MONOTONIC, &late)) \
    X(read, read(empty[0], text, 1)) \
    X(readv, readv(empty[0], &part, 1)) \
    X(preadv2, preadv2(empty[0], &part, 1, -1, 0)) \
    X(recv, recv(datagrams, text, 1, 0)) \
    X(recvfrom, recvfrom(datagrams, text, 1, 0, NULL, NULL)) \
    X(recvmsg, recvmsg(datagrams, &(struct msghdr){ .msg_iov = &part, .msg_iovlen = 1 }, 0)) \
    X(sem_wait, sem_wait(&semaphore)) \
    X(sem_timedwait, sem_timedwait(&semaphore, &late)) \
    X(sem_clockwait, sem_clockwait(&semaphore, CLOCK_MONOTONIC, &late)) \
    X(send, send(spent[0], text, sizeof text, 0)) \
    X(sendto, sendto(spent[0], text, sizeof text, 0, NULL, 0)) \
    X(sendmsg, sendmsg(spent[0], &(struct msghdr){ .msg_iov = &part, .msg_iovlen = 1 }, 0)) \
    X(sigsuspend, sigsuspend(&(sigset_t){ 0 })) \
    X(sigtimedwait, sigtimedwait(&(sigset_t){ { 1 << (SIGUSR2 - 1) } }, NULL, &late)) \
    X(sigwait, sigwait(&(sigset_t){ { 1 << (SIGUSR2 - 1) } }, &(int){ 0 })) \
    X(sigwaitinfo, sigwaitinfo(&(sigset_t){ { 1 << (SIGUSR2 - 1) } }, NULL)) \
    X(sleep, sleep(100000)) \
    X(splice, splice(empty[0], NULL, full[1], NULL, 10, 0)) \
    X(tee, tee(empty[0], full[1], 10, 0)) \
    X(thrd_join, thrd_join(other, NULL)) \
    X(thrd_sleep, thrd_sleep(&late, NULL)) \
    X(usleep, usleep(999999999)) \
    X(vmsplice, vmsplice(full[1], &part, 1, 0)) \
    X(wait, wait(NULL)) \
    X(wait3, wait3(NULL, 0, NULL)) \
    X(wait4, wait4(child, NULL, 0, NULL)) \
    X(waitid, waitid(P_PID, child, &(siginfo_t){ 0 }, WEXITED)) \
    X(waitpid, waitpid(child, NULL, 0)) \
    X(write, write(full[1], text, sizeof text)) \
    X(writev, writev(full[1], &part, 1)) \
    X(pwritev2, pwritev2(full[1], &part, 1, -1, 0))

enum {
#define X(name, call) point_##name,
    POINTS(X)
    POINTS_END
};
static const char *const names[] = {
#define NAME(name, call) #name,
    POINTS(NAME)
};

static char done[300];
static void say(void *what) { strcat(strcat(done, " "), what); }
// Conditions give the mutex back to the thread before its handlers run.
static void unlock_all(void *unused)
{
    (void)unused;
    say(pthread_mutex_trylock(&mutex) ? "held" : "free");
    pthread_mutex_unlock(&mutex);
}
static void c11_unlock(void *unused) { (void)unused; mtx_unlock(&c11_mutex); }

static void block_in(int point)
{
    blocking = gettid();
    switch (point) {
#define BLOCK(name, call) case point_##name: (void)!(call); break;
    POINTS(BLOCK)
    }
}

static void *run(void *argument)
{
    int point = (int)(long)argument;
    pthread_setspecific(key, "key");
    pthread_cleanup_push(say, "outer");
    pthread_cleanup_push(say, "inner");
    if (point >= point_pthread_cond_wait && point <= point_pthread_cond_clockwait) {
        pthread_cleanup_push(unlock_all, NULL);
        block_in(point);
        pthread_cleanup_pop(0);
    } else if (point == point_cnd_wait || point == point_cnd_timedwait) {
        pthread_cleanup_push(c11_unlock, NULL);
        block_in(point);
        pthread_cleanup_pop(0);
    } else {
        block_in(point);
    }
    pthread_cleanup_pop(0);
    pthread_cleanup_pop(0);
    return "came back";
}

static void *forever(void *unused) { for (;;) pause(); return unused; }

static void fill(int fd)
{
    fcntl(fd, F_SETFL, O_NONBLOCK);
    while (write(fd, text, sizeof text) > 0 || write(fd, text, 1) > 0) ;
    fcntl(fd, F_SETFL, 0);
}

int main(void)
{
    clock_gettime(CLOCK_REALTIME, &late);
    late.tv_sec += 1000000;
    (void)!pipe(empty), (void)!pipe(full);
    fill(full[1]);
    socketpair(AF_UNIX, SOCK_STREAM, 0, spent);
    fill(spent[0]);
    struct sockaddr_un address = { AF_UNIX, "socket" };
    unlink("socket"), unlink("fifo"), unlink("locked");
    listener = socket(AF_UNIX, SOCK_STREAM, 0);
    bind(listener, (struct sockaddr *)&address, sizeof(sa_family_t)), listen(listener, 1);
    // Nobody accepts here: when there is no room any more, a connection blocks.
    int busy = socket(AF_UNIX, SOCK_STREAM, 0);
    bind(busy, (struct sockaddr *)&address, sizeof address), listen(busy, 0);
    while (!connect(socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0), (struct sockaddr *)&address, sizeof address)) ;
    int pair[2], ready[2];
    socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
    datagrams = pair[0];
    events = epoll_create1(0);
    queue = msgget(IPC_PRIVATE, 0600);
    struct mq_attr attributes = { .mq_maxmsg = 1, .mq_msgsize = 64 };
    messages = mq_open("/glibc-compat-cancel", O_CREAT | O_RDWR, 0600, &attributes);
    mkfifo("fifo", 0600);
    locked = open("locked", O_CREAT | O_RDWR, 0600);
    (void)!pipe(ready);
    child = fork();
    if (!child) {
        fcntl(locked, F_SETLK, &region);
        (void)!write(ready[1], "", 1);
        for (;;) pause();
    }
    (void)!read(ready[0], text, 1);
    sem_init(&semaphore, 0, 0);
    mtx_init(&c11_mutex, mtx_plain), cnd_init(&c11_condition);
    pthread_key_create(&key, say);
    pthread_create(&other, NULL, forever, NULL);
    for (long point = 0; point < POINTS_END; point++) {
        pthread_t thread;
        void *result;
        done[0] = 0, blocking = 0;
        pthread_create(&thread, NULL, run, (void *)point);
        wait_until_asleep(&blocking);
        int error = pthread_cancel(thread);
        pthread_join(thread, &result);
        printf("%s: %d %s,%s\n", names[point], error, result == PTHREAD_CANCELED ? "cancelled" : (char *)result, done);
    }
    mq_unlink("/glibc-compat-cancel"), msgctl(queue, IPC_RMID, NULL);
    kill(child, SIGKILL);
    return 0;
}
