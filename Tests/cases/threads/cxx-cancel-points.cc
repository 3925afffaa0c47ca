// Each cancellation point, with a cancellation that arrives while the thread is blocked in it and one that waits for it: C++ destructors run
// flags: -pthread -lrt
#include <aio.h>
#include <dirent.h>
#include <ftw.h>
#include <glob.h>
#include <mqueue.h>
#include <poll.h>
#include <pty.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/random.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <termios.h>
#include <threads.h>
#include "cancel-entries.h"

static int empty[2], full[2], file, listener, datagrams, spent[2], events, queue, locked, nul, pty1, pty2, connected;
static mqd_t messages, messages_full;
static pid_t child_pid;
static pthread_t other;
static sem_t semaphore;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static mtx_t c11_mutex;
static cnd_t c11_condition;
static char text[70000];
static timespec late, no_time;
static iovec part = {text, sizeof text}, small = {text, 1};
static struct flock region;
static struct { long type; char text[8]; } message = {1, ""};
static sigset_t none, usr2;
static sockaddr_un address = {AF_UNIX, "socket"};
static aiocb block_on;
static const aiocb *aio_list[1] = {&block_on};

static const Entry entries[] = {
  B(accept, accept(listener, nullptr, nullptr))
  B(accept4, accept4(listener, nullptr, nullptr, SOCK_CLOEXEC))
  B(clock_nanosleep, clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &late, nullptr))
  B(clock_nanosleep_rel, clock_nanosleep(CLOCK_REALTIME, 0, &late, nullptr))
  B(connect, connect(connected, (sockaddr *)&address, sizeof address))
  B(epoll_wait, [] { epoll_event e; return epoll_wait(events, &e, 1, -1); }())
  B(epoll_pwait, [] { epoll_event e; return epoll_pwait(events, &e, 1, -1, nullptr); }())
  B(epoll_pwait2, [] { epoll_event e; return epoll_pwait2(events, &e, 1, nullptr, nullptr); }())
  B(fcntl, fcntl(locked, F_SETLKW, &region))
  B(fcntl_ofd, fcntl(locked, F_OFD_SETLKW, &region))
  B(lockf, lockf(locked, F_LOCK, 0))
  B(mq_receive, mq_receive(messages, text, 64, nullptr))
  B(mq_timedreceive, mq_timedreceive(messages, text, 64, nullptr, &late))
  B(mq_send, mq_send(messages_full, text, 64, 0))
  B(mq_timedsend, mq_timedsend(messages_full, text, 64, 0, &late))
  B(msgrcv, msgrcv(queue, &message, 8, 7, 0))
  S(msgsnd, while (!msgsnd(queue, &message, 8, 0)) )
  B(nanosleep, nanosleep(&late, nullptr))
  B(open_fifo, open("fifo", O_RDONLY))
  B(openat_fifo, openat(AT_FDCWD, "fifo", O_WRONLY))
  B(open64_fifo, open64("fifo", O_RDONLY))
  B(creat_fifo, creat("fifo", 0600))
  B(pause, pause())
  B(poll, [] { pollfd p = { empty[0], POLLIN, 0 }; return poll(&p, 1, -1); }())
  B(ppoll, [] { pollfd p = { empty[0], POLLIN, 0 }; return ppoll(&p, 1, nullptr, nullptr); }())
  B(pselect, pselect(0, nullptr, nullptr, nullptr, nullptr, nullptr))
  B(select, select(0, nullptr, nullptr, nullptr, nullptr))
  B(pthread_cond_wait, (pthread_mutex_lock(&mutex), pthread_cond_wait(&condition, &mutex)))
  B(pthread_cond_timedwait, (pthread_mutex_lock(&mutex), pthread_cond_timedwait(&condition, &mutex, &late)))
  B(pthread_cond_clockwait, (pthread_mutex_lock(&mutex), pthread_cond_clockwait(&condition, &mutex, CLOCK_MONOTONIC, &late)))
  B(cnd_wait, (mtx_lock(&c11_mutex), cnd_wait(&c11_condition, &c11_mutex)))
  B(cnd_timedwait, (mtx_lock(&c11_mutex), cnd_timedwait(&c11_condition, &c11_mutex, &late)))
  B(pthread_join, pthread_join(other, nullptr))
  B(pthread_timedjoin_np, pthread_timedjoin_np(other, nullptr, &late))
  B(pthread_clockjoin_np, pthread_clockjoin_np(other, nullptr, CLOCK_MONOTONIC, &late))
  B(thrd_join, thrd_join(other, nullptr))
  B(thrd_sleep, thrd_sleep(&late, nullptr))
  B(read, read(empty[0], text, 1))
  B(readv, readv(empty[0], &small, 1))
  B(preadv2, preadv2(empty[0], &small, 1, -1, 0))
  B(recv, recv(datagrams, text, 1, 0))
  B(recvfrom, recvfrom(datagrams, text, 1, 0, nullptr, nullptr))
  B(recvmsg, [] { msghdr m = {}; m.msg_iov = &part; m.msg_iovlen = 1; return recvmsg(datagrams, &m, 0); }())
  B(recvmmsg, [] { mmsghdr m = {}; m.msg_hdr.msg_iov = &part; m.msg_hdr.msg_iovlen = 1; return recvmmsg(datagrams, &m, 1, 0, nullptr); }())
  B(send, send(spent[0], text, sizeof text, 0))
  B(sendto, sendto(spent[0], text, sizeof text, 0, nullptr, 0))
  B(sendmsg, [] { msghdr m = {}; m.msg_iov = &part; m.msg_iovlen = 1; return sendmsg(spent[0], &m, 0); }())
  B(sendmmsg, [] { mmsghdr m = {}; m.msg_hdr.msg_iov = &part; m.msg_hdr.msg_iovlen = 1; return sendmmsg(spent[0], &m, 1, 0); }())
  B(sem_wait, sem_wait(&semaphore))
  B(sem_timedwait, sem_timedwait(&semaphore, &late))
  B(sem_clockwait, sem_clockwait(&semaphore, CLOCK_MONOTONIC, &late))
  B(sigsuspend, sigsuspend(&none))
  B(sigpause, sigpause(SIGUSR2))
  B(sigtimedwait, sigtimedwait(&usr2, nullptr, &late))
  B(sigwait, [] { int s; return sigwait(&usr2, &s); }())
  B(sigwaitinfo, sigwaitinfo(&usr2, nullptr))
  B(sleep, sleep(100000))
  B(usleep, usleep(999999999))
  B(splice, splice(empty[0], nullptr, full[1], nullptr, 10, 0))
  B(tee, tee(empty[0], full[1], 10, 0))
  B(vmsplice, vmsplice(full[1], &part, 1, 0))
  B(wait, wait(nullptr))
  B(wait3, wait3(nullptr, 0, nullptr))
  B(wait4, wait4(child_pid, nullptr, 0, nullptr))
  B(waitid, [] { siginfo_t i; return waitid(P_PID, child_pid, &i, WEXITED); }())
  B(waitpid, waitpid(child_pid, nullptr, 0))
  B(write, write(full[1], text, sizeof text))
  B(writev, writev(full[1], &part, 1))
  B(pwritev2, pwritev2(full[1], &part, 1, -1, 0))
  B(system, system("exec sleep 1000"))
  B(aio_suspend, aio_suspend(aio_list, 1, nullptr))
  B(dprintf, dprintf(full[1], "%70000d", 5))
  B(eventfd_read, [] { eventfd_t v; return eventfd_read(eventfd(0, 0), &v); }())
  // With nothing to wait for. Those that are no cancellation points come back.
  N(pthread_testcancel, pthread_testcancel())
  N(close, close(dup(0)))
  N(fsync, fsync(file)) N(fdatasync, fdatasync(file)) N(sync_file_range, sync_file_range(file, 0, 1, 0))
  N(msync, msync(mmap(nullptr, 4096, PROT_READ, MAP_SHARED, file, 0), 4096, MS_SYNC))
  N(open, open("file", O_RDONLY)) N(open64, open64("file", O_RDONLY)) N(openat, openat(AT_FDCWD, "file", O_RDONLY)) N(creat, creat("file", 0600))
  N(open_failing, open("nothing", O_RDONLY))
  N(fcntl_getfl, fcntl(file, F_GETFL)) N(fcntl_setlk, fcntl(file, F_SETLK, &region)) N(fcntl_setlkw, fcntl(file, F_SETLKW, &region))
  N(lockf_ulock, lockf(file, F_ULOCK, 0)) N(lockf_tlock, lockf(file, F_TLOCK, 0)) N(lockf_lock, lockf(file, F_LOCK, 0))
  N(pread, pread(file, text, 1, 0)) N(pwrite, pwrite(file, text, 1, 0)) N(preadv, preadv(file, &small, 1, 0)) N(pwritev, pwritev(file, &small, 1, 0))
  N(pwritev2_file, pwritev2(file, &small, 1, 0, 0)) N(preadv2_file, preadv2(file, &small, 1, 0, 0))
  N(read0, read(nul, text, 1)) N(write0, write(nul, text, 1)) N(readv0, readv(nul, &small, 1)) N(writev0, writev(nul, &small, 1))
  N(poll0, poll(nullptr, 0, 0)) N(select0, [] { timeval t = {}; return select(0, nullptr, nullptr, nullptr, &t); }())
  N(pselect0, pselect(0, nullptr, nullptr, nullptr, &no_time, nullptr)) N(ppoll0, ppoll(nullptr, 0, &no_time, nullptr))
  N(usleep0, usleep(0)) N(sleep0, sleep(0)) N(nanosleep0, nanosleep(&no_time, nullptr)) N(clock_nanosleep0, clock_nanosleep(CLOCK_MONOTONIC, 0, &no_time, nullptr))
  N(thrd_sleep0, thrd_sleep(&no_time, nullptr)) N(sched_yield, sched_yield())
  N(epoll_wait0, [] { epoll_event e; return epoll_wait(events, &e, 1, 0); }())
  N(sem_wait1, (sem_post(&semaphore), sem_wait(&semaphore))) N(sem_timedwait1, (sem_post(&semaphore), sem_timedwait(&semaphore, &late))) N(sem_trywait, sem_trywait(&semaphore))
  N(sigtimedwait0, sigtimedwait(&usr2, nullptr, &no_time))
  N(getrandom, getrandom(text, 1, 0)) N(getentropy, getentropy(text, 1))
  N(waitpid_nohang, waitpid(-1, nullptr, WNOHANG)) N(wait4_nohang, wait4(-1, nullptr, WNOHANG, nullptr)) N(waitid_nohang, [] { siginfo_t i; return waitid(P_ALL, 0, &i, WEXITED | WNOHANG); }())
  N(system_null, system(nullptr)) N(system_true, system("true"))
  N(tcdrain0, tcdrain(pty1))
  N(fallocate, fallocate(file, 0, 0, 10))
  N(copy_file_range, copy_file_range(file, nullptr, nul, nullptr, 1, 0))
  N(send0, send(spent[1], "", 0, MSG_DONTWAIT)) N(recv0, recv(datagrams, text, 1, MSG_DONTWAIT)) N(sendto0, sendto(datagrams, "", 1, MSG_DONTWAIT, nullptr, 0))
  N(recvmmsg0, [] { mmsghdr m = {}; return recvmmsg(datagrams, &m, 1, MSG_DONTWAIT, nullptr); }()) N(sendmmsg0, [] { mmsghdr m = {}; return sendmmsg(datagrams, &m, 1, MSG_DONTWAIT); }())
  N(mq_open, mq_open("/glibc-compat-none", O_RDONLY)) N(mq_send_ok, mq_send(messages, text, 1, 0))
  N(msgrcv0, msgrcv(queue, &message, 8, 7, IPC_NOWAIT)) N(msgsnd0, msgsnd(queue, &message, 8, IPC_NOWAIT))
  N(cond_wait_pending, (pthread_mutex_lock(&mutex), pthread_cond_timedwait(&condition, &mutex, &no_time)))
  N(accept_err, accept(-1, nullptr, nullptr)) N(connect_err, connect(-1, nullptr, 0))
  N(opendir, opendir(".")) N(readdir, [] { DIR *d = opendir("/"); return readdir(d); }()) N(closedir, closedir(opendir("."))) N(scandir, [] { dirent **list; return scandir(".", &list, nullptr, nullptr); }())
  N(mkstemp, [] { char t[] = "tXXXXXX"; return mkstemp(t); }())
  N(glob, [] { glob_t g; return glob("*", 0, nullptr, &g); }()) N(nftw, nftw(".", [](const char *, const struct stat *, int, FTW *) { return 0; }, 3, 0))
  N(pthread_mutex_lock, pthread_mutex_lock(&mutex)) N(pthread_setcancelstate, pthread_setcancelstate(0, nullptr)) N(pthread_setcanceltype0, pthread_setcanceltype(0, nullptr)) N(pthread_setcanceltype1, pthread_setcanceltype(1, nullptr)) N(pthread_kill, pthread_kill(pthread_self(), 0))
  N(pthread_join_pending, [] { pthread_t t; pthread_create(&t, nullptr, [](void *) -> void * { pause(); return nullptr; }, nullptr); return pthread_join(t, nullptr); }())
  N(pthread_tryjoin_np, pthread_tryjoin_np(other, nullptr)) N(sigwait_pending, [] { int s; pthread_kill(pthread_self(), SIGUSR2); return sigwait(&usr2, &s); }())
  N(eventfd_write, eventfd_write(eventfd(0, 0), 1))
};
static void *forever(void *unused) { for (;;) pause(); return unused; }

// A process that holds the lock of the whole file.
static pid_t holder()
{
  int ready[2];
  (void)!pipe(ready);
  pid_t pid = fork();
  if (!pid) {
    fcntl(locked, F_SETLK, &region);
    (void)!write(ready[1], "", 1);
    for (;;) pause();
  }
  (void)!read(ready[0], text, 1);
  close(ready[0]), close(ready[1]);
  return pid;
}

static void prepare()
{
  clock_gettime(CLOCK_REALTIME, &late);
  late.tv_sec += 1000000;
  region.l_type = F_WRLCK, region.l_whence = SEEK_SET;
  (void)!pipe(empty), (void)!pipe(full), fill(full[1]);
  socketpair(AF_UNIX, SOCK_STREAM, 0, spent), fill(spent[0]);
  listener = socket(AF_UNIX, SOCK_STREAM, 0);
  bind(listener, (sockaddr *)&address, sizeof(sa_family_t)), listen(listener, 1);
  // Nobody accepts here: when there is no room any more, a connection blocks.
  int busy = socket(AF_UNIX, SOCK_STREAM, 0);
  bind(busy, (sockaddr *)&address, sizeof address), listen(busy, 0);
  while (!connect(socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0), (sockaddr *)&address, sizeof address)) ;
  connected = socket(AF_UNIX, SOCK_STREAM, 0);
  int pair[2];
  socketpair(AF_UNIX, SOCK_DGRAM, 0, pair), datagrams = pair[0];
  events = epoll_create1(0);
  queue = msgget(IPC_PRIVATE, 0600);
  mq_attr attributes = {};
  attributes.mq_maxmsg = 1, attributes.mq_msgsize = 64;
  messages = mq_open("/glibc-compat-cancel", O_CREAT | O_RDWR, 0600, &attributes), mq_unlink("/glibc-compat-cancel");
  messages_full = mq_open("/glibc-compat-cancel", O_CREAT | O_RDWR, 0600, &attributes), mq_unlink("/glibc-compat-cancel");
  mq_send(messages_full, text, 1, 0);
  mkfifo("fifo", 0600);
  locked = open("locked", O_CREAT | O_RDWR, 0600), file = open("file", O_CREAT | O_RDWR, 0600), nul = open("/dev/null", O_RDWR);
  (void)!write(file, "some text\n", 10);
  openpty(&pty1, &pty2, nullptr, nullptr, nullptr);
  sem_init(&semaphore, 0, 0);
  mtx_init(&c11_mutex, mtx_plain), cnd_init(&c11_condition);
  sigemptyset(&none), sigemptyset(&usr2), sigaddset(&usr2, SIGUSR2), sigprocmask(SIG_BLOCK, &usr2, nullptr);
  block_on.aio_fildes = empty[0], block_on.aio_buf = text, block_on.aio_nbytes = 1;
}

static void before()
{
  child_pid = fork();
  if (!child_pid) for (;;) pause();
  if (!strcmp(entry->name, "aio_suspend")) aio_read(&block_on);
  pthread_create(&other, nullptr, forever, nullptr);
}

int main()
{
  prepare();
  pid_t lock_holder = holder();
  run_entries(entries, before, nullptr);
  kill(lock_holder, SIGKILL), msgctl(queue, IPC_RMID, nullptr);
  return 0;
}
