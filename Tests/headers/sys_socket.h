// <sys/socket.h>, <sys/epoll.h>, <sys/eventfd.h>, <sys/inotify.h>, <sys/signalfd.h>, <sys/ipc.h>'s three, <mqueue.h>,
// <aio.h>, <sys/un.h>: talking to others.
// link: -lrt
#include <aio.h>
#include <arpa/inet.h>
#include <fcntl.h>
#include <mqueue.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
static int p[2];
static void pair(int type) { if (socketpair(AF_UNIX, type, 0, p)) say("socketpair"); }

socket, socketpair, shutdown, getsockopt, setsockopt, sockatmark:
    int n = 0;
    socklen_t size = sizeof n;
    show(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, p)), show(fcntl(p[0], F_GETFD));
    fails(socketpair(AF_INET, SOCK_STREAM, 0, p)); fails(socket(9999, SOCK_STREAM, 0)); fails(socket(AF_UNIX, 99, 0));
    fails(socket(AF_INET, SOCK_STREAM, 9999));
    show(getsockopt(p[0], SOL_SOCKET, SO_TYPE, &n, &size)), show(n), show(size); n = 1;
    show(setsockopt(p[0], SOL_SOCKET, SO_PASSCRED, &n, sizeof n));
    fails(setsockopt(p[0], SOL_SOCKET, 9999, &n, sizeof n)); fails(getsockopt(0, SOL_SOCKET, SO_TYPE, &n, &size));
    fails(getsockopt(-1, SOL_SOCKET, SO_TYPE, &n, &size));
    struct timeval t = {3, 0};
    size = sizeof t;
    show(setsockopt(p[0], SOL_SOCKET, SO_RCVTIMEO, &t, sizeof t)), t.tv_sec = 0;
    show(getsockopt(p[0], SOL_SOCKET, SO_RCVTIMEO, &t, &size)), show(t.tv_sec);
    fails(sockatmark(0)); fails(sockatmark(-1));
    show(shutdown(p[0], SHUT_WR)), show(read(p[1], &n, 1)), fails(shutdown(p[0], 99)); fails(shutdown(0, SHUT_RD));
    fails(shutdown(-1, SHUT_RD));

send, __send, recv, sendto, recvfrom, sendmsg, recvmsg, sendmmsg, recvmmsg:
    extern ssize_t __send(int, const void *, size_t, int);
    char a[50] = "", b[50] = "";
    pair(SOCK_DGRAM);
    show(send(p[0], "one", 3, 0)), show(__send(p[0], "two", 3, 0)), show(recv(p[1], a, 50, MSG_PEEK));
    show(recv(p[1], a, 2, MSG_TRUNC)), show(a), show(recvfrom(p[1], a, 50, 0, NULL, NULL)), show(a);
    fails(recv(p[1], a, 50, MSG_DONTWAIT)); fails(send(-1, a, 1, 0)); fails(send(0, a, 1, 0));
    show(sendto(p[0], "three", 5, 0, NULL, 0)), show(read(p[1], a, 50));
    // A descriptor and credentials' room in a message.
    int sent = open("passed", O_CREAT | O_RDWR, 0600);
    write(sent, "through", 7);
    struct iovec v[2] = {{"ab", 2}, {"cd", 2}};
    union { struct cmsghdr h; char room[CMSG_SPACE(sizeof(int))]; } control = {0};
    struct msghdr m = {.msg_iov = v, .msg_iovlen = 2, .msg_control = &control, .msg_controllen = sizeof control};
    control.h = (struct cmsghdr){.cmsg_len = CMSG_LEN(sizeof(int)), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS};
    memcpy(CMSG_DATA(&control.h), &sent, sizeof sent);
    show(sendmsg(p[0], &m, 0));
    struct iovec w = {b, 50};
    memset(&control, 0, sizeof control);
    struct msghdr r = {.msg_iov = &w, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    show(recvmsg(p[1], &r, 0)), show(b), show(r.msg_controllen), show(control.h.cmsg_type), show(r.msg_flags);
    int got;
    memcpy(&got, CMSG_DATA(&control.h), sizeof got);
    memset(a, 0, 50), show(pread(got, a, 50, 0)), show(a);
    struct mmsghdr many[3] = {{{.msg_iov = v, .msg_iovlen = 1}}, {{.msg_iov = v, .msg_iovlen = 2}},
        {{.msg_iov = v + 1, .msg_iovlen = 1}}};
    show(sendmmsg(p[0], many, 3, 0)), show(many[0].msg_len), show(many[1].msg_len);
    struct iovec in[3] = {{a, 10}, {a + 10, 10}, {a + 20, 10}};
    struct mmsghdr back[3] = {{{.msg_iov = in, .msg_iovlen = 1}}, {{.msg_iov = in + 1, .msg_iovlen = 1}},
        {{.msg_iov = in + 2, .msg_iovlen = 1}}};
    memset(a, '.', 50);
    show(recvmmsg(p[1], back, 3, 0, NULL)), show(back[1].msg_len), bytes(a, 30);
    fails(sendmsg(-1, &m, 0)); fails(recvmsg(-1, &r, 0)); fails(sendmmsg(-1, many, 1, 0));
    fails(recvmmsg(-1, back, 1, 0, NULL)); fails(recvmmsg(p[1], back, 1, MSG_DONTWAIT, NULL));

bind, listen, accept, accept4, connect, __connect, getsockname, getpeername:
    extern int __connect(int, const struct sockaddr *, socklen_t);
    struct sockaddr_un at = {AF_UNIX, "listening"}, from;
    struct sockaddr_in in = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof from;
    int s = socket(AF_UNIX, SOCK_STREAM, 0), c = socket(AF_UNIX, SOCK_STREAM, 0), d = socket(AF_UNIX, SOCK_STREAM, 0);
    fails(connect(c, (void *)&at, sizeof at)); show(bind(s, (void *)&at, sizeof at));
    fails(bind(d, (void *)&at, sizeof at)); fails(connect(c, (void *)&at, sizeof at));
    show(listen(s, 5)), show(connect(c, (void *)&at, sizeof at)), show(__connect(d, (void *)&at, sizeof at));
    int a = accept(s, (void *)&from, &size), b = accept4(s, NULL, NULL, SOCK_CLOEXEC);
    show(size), show(fcntl(a, F_GETFD)), show(fcntl(b, F_GETFD));
    size = sizeof from, show(getsockname(s, (void *)&from, &size)), show(from.sun_path), size = sizeof from,
        show(getpeername(c, (void *)&from, &size)), show(from.sun_path), size = sizeof from,
        fails(getpeername(s, (void *)&from, &size));
    fcntl(s, F_SETFL, O_NONBLOCK);
    fails(accept(s, NULL, NULL)); fails(accept(-1, NULL, NULL)); fails(listen(-1, 1)); fails(listen(0, 1));
    fails(connect(-1, (void *)&at, 5)); fails(bind(0, (void *)&at, 5)); fails(getsockname(0, (void *)&from, &size));
    fails(connect(c, (void *)&at, sizeof at));
    int t = socket(AF_INET, SOCK_STREAM, 0), u = socket(AF_INET, SOCK_STREAM, 0);
    show(bind(t, (void *)&in, sizeof in)), show(listen(t, 1)), size = sizeof in;
    show(getsockname(t, (void *)&in, &size)), show(size), show(connect(u, (void *)&in, sizeof in));
    show(accept(t, NULL, NULL) > 0);
    close(t), t = socket(AF_INET, SOCK_STREAM, 0), in.sin_port = htons(1), fails(connect(t, (void *)&in, sizeof in));

epoll_create, epoll_create1, epoll_ctl, epoll_wait, epoll_pwait, epoll_pwait2:
    pair(SOCK_STREAM);
    int e = epoll_create(1), f = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event event = {EPOLLIN, {.u64 = 0x123456789}}, out[4];
    show(fcntl(f, F_GETFD)), fails(epoll_create(0)); fails(epoll_create1(5));
    show(epoll_ctl(e, EPOLL_CTL_ADD, p[0], &event)), fails(epoll_ctl(e, EPOLL_CTL_ADD, p[0], &event));
    fails(epoll_ctl(e, 99, p[0], &event)); fails(epoll_ctl(e, EPOLL_CTL_DEL, p[1], NULL));
    fails(epoll_ctl(e, EPOLL_CTL_ADD, e, &event)); fails(epoll_ctl(e, EPOLL_CTL_ADD, open(".", O_RDONLY), &event));
    fails(epoll_ctl(-1, EPOLL_CTL_ADD, p[0], &event));
    show(epoll_wait(e, out, 4, 0)), write(p[1], "x", 1), show(epoll_wait(e, out, 4, -1)), show(out[0].events);
    show(out[0].data.u64), show(epoll_pwait(e, out, 4, 0, NULL));
    struct timespec none = {0, 0};
    show(epoll_pwait2(e, out, 4, &none, NULL)), fails(epoll_wait(e, out, 0, 0)); fails(epoll_wait(-1, out, 4, 0));
    fails(epoll_wait(0, out, 4, 0)); show(epoll_ctl(e, EPOLL_CTL_DEL, p[0], NULL));

eventfd, eventfd_read, eventfd_write:
    int e = eventfd(3, EFD_NONBLOCK), s = eventfd(2, EFD_SEMAPHORE | EFD_CLOEXEC);
    eventfd_t v = 0;
    show(eventfd_write(e, 4)), show(eventfd_read(e, &v)), show(v), fails(eventfd_read(e, &v));
    show(eventfd_read(s, &v)), show(v), fails(eventfd_write(e, -1)); fails(eventfd(0, 12345));
    fails(eventfd_write(-1, 1)); fails(eventfd_read(-1, &v));

inotify_init, inotify_init1, inotify_add_watch, inotify_rm_watch:
    int i = inotify_init1(IN_NONBLOCK), j = inotify_init();
    char buffer[500] __attribute__((aligned(8)));
    show(j > i), mkdir("d", 0755);
    int w = inotify_add_watch(i, "d", IN_CREATE | IN_DELETE);
    show(w), close(creat("d/file", 0600)), unlink("d/file");
    ssize_t n = read(i, buffer, sizeof buffer);
    for (char *at = buffer; at < buffer + n; ) { struct inotify_event *e = (void *)at; say("%x %s", e->mask, e->name);
        at += sizeof *e + e->len; }
    show(inotify_rm_watch(i, w)), fails(inotify_rm_watch(i, 77)); fails(inotify_add_watch(i, "missing", IN_CREATE));
    fails(inotify_add_watch(i, "d", 0)); fails(inotify_add_watch(0, "d", IN_CREATE)); fails(inotify_init1(5));

signalfd:
    sigset_t set;
    struct signalfd_siginfo info;
    sigemptyset(&set), sigaddset(&set, SIGUSR1), sigprocmask(SIG_BLOCK, &set, NULL);
    int fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    fails(read(fd, &info, sizeof info)); raise(SIGUSR1), show(read(fd, &info, sizeof info)), show(info.ssi_signo),
        sigaddset(&set, SIGUSR2), show(signalfd(fd, &set, 0) == fd), fails(signalfd(0, &set, 0));
    fails(signalfd(-1, &set, 5));

msgget, msgsnd, msgrcv, msgctl:
    struct { long type; char text[20]; } m = {3, "third"}, n = {1, "first"}, r = {0};
    struct msqid_ds d;
    int q = msgget(IPC_PRIVATE, 0600);
    show(msgsnd(q, &m, 6, 0)), show(msgsnd(q, &n, 6, 0)), show(msgrcv(q, &r, 20, 1, 0)), show(r.text);
    fails(msgrcv(q, &r, 20, 7, IPC_NOWAIT)); fails(msgrcv(q, &r, 2, 0, 0));
    show(msgctl(q, IPC_STAT, &d)), show(d.msg_qnum), show(d.msg_perm.mode), show(msgrcv(q, &r, 3, 0, MSG_NOERROR));
    m.type = 0, fails(msgsnd(q, &m, 1, 0)); show(msgctl(q, IPC_RMID, NULL)), fails(msgctl(q, IPC_STAT, &d));
    fails(msgget(0x7654321, 0)); fails(msgsnd(q, &n, 1, 0));

semget, semop, semtimedop, semctl:
    union semun { int val; struct semid_ds *buf; unsigned short *array; } u;
    unsigned short values[3] = {4, 5, 6};
    struct semid_ds d;
    int s = semget(IPC_PRIVATE, 3, 0600);
    struct timespec no = {0, 0};
    show(semctl(s, 0, GETVAL)), u.val = 2, show(semctl(s, 0, SETVAL, u)), show(semctl(s, 0, GETVAL)), u.array = values;
    show(semctl(s, 0, SETALL, u)), values[0] = 0, show(semctl(s, 0, GETALL, u)), show(values[0]), u.buf = &d;
    show(semctl(s, 0, IPC_STAT, u)), show(d.sem_nsems), show(d.sem_perm.mode);
    struct sembuf ops[2] = {{0, -1, 0}, {1, 3, 0}}, wait = {2, 0, IPC_NOWAIT}, block = {2, 0, 0};
    show(semop(s, ops, 2)), show(semctl(s, 1, GETVAL)), fails(semop(s, &wait, 1)); fails(semtimedop(s, &block, 1, &no));
    show(semctl(s, 0, GETPID) == getpid()), show(semctl(s, 0, GETNCNT)), fails(semctl(s, 9, GETVAL));
    fails(semctl(s, 0, 9999)); show(semctl(s, 0, IPC_RMID)), fails(semop(s, ops, 1)); fails(semget(0x7654321, 1, 0));
    fails(semget(IPC_PRIVATE, -1, 0));

shmget, shmat, shmdt, shmctl:
    struct shmid_ds d;
    int s = shmget(IPC_PRIVATE, 5000, 0600);
    char *a = shmat(s, NULL, 0), *b = shmat(s, NULL, SHM_RDONLY);
    strcpy(a, "shared"), show(b), show(shmctl(s, IPC_STAT, &d)), show(d.shm_segsz), show(d.shm_nattch), show(shmdt(a)),
        fails(shmdt(a)); fails(shmdt((void *)1)); show(shmctl(s, IPC_RMID, NULL));
    fails(shmat(-1, NULL, 0) == (void *)-1); fails(shmget(0x7654321, 1, 0)); fails(shmget(IPC_PRIVATE, 0, 0600));
    fails(shmctl(-1, IPC_STAT, &d)); fails(shmctl(s, 9999, &d));

ftok:
    close(creat("f", 0600));
    show(ftok("f", 1) != -1), show(ftok("f", 1) == ftok("f", 257)), show(ftok("f", 1) == ftok("f", 2));
    show((ftok("f", 0x5a) >> 24) & 0xff), fails(ftok("missing", 1));

mq_open, mq_close, mq_unlink, mq_send, mq_receive, mq_timedsend, mq_timedreceive, mq_getattr, mq_setattr, mq_notify,
+ __mq_open_2:
    extern mqd_t __mq_open_2(const char *, int);
    char name[40], text[100];
    struct mq_attr a = {.mq_maxmsg = 3, .mq_msgsize = 50}, old;
    unsigned priority;
    struct timespec past = {1, 0}, bad = {1, -1};
    sprintf(name, "/q%d", getpid());
    mqd_t q = mq_open(name, O_CREAT | O_RDWR | O_EXCL, 0600, &a);
    show(q >= 0), show(mq_send(q, "low", 3, 1)), show(mq_send(q, "high", 4, 9));
    show(mq_timedsend(q, "mid", 3, 5, &past)), fails(mq_timedsend(q, "x", 1, 1, &past));
    show(mq_getattr(q, &old)), show(old.mq_maxmsg), show(old.mq_msgsize), show(old.mq_curmsgs), show(old.mq_flags);
    memset(text, 0, 100), show(mq_receive(q, text, 100, &priority)), show(text), show(priority),
        show(mq_timedreceive(q, text, 100, NULL, &past)), show(mq_receive(q, text, 100, NULL)),
        fails(mq_timedreceive(q, text, 100, NULL, &past)); fails(mq_timedreceive(q, text, 100, NULL, &bad));
    fails(mq_receive(q, text, 5, NULL)); fails(mq_send(q, text, 51, 0)); fails(mq_send(q, text, 1, 99999));
    a.mq_flags = O_NONBLOCK, show(mq_setattr(q, &a, &old)), show(old.mq_flags), fails(mq_receive(q, text, 100, NULL));
    fails(mq_open(name, O_CREAT | O_RDWR | O_EXCL, 0600, &a)); mqd_t r = __mq_open_2(name, O_RDONLY);
    show(r >= 0), fails(mq_send(r, "x", 1, 1));
    struct sigevent event = {.sigev_notify = SIGEV_NONE};
    show(mq_notify(q, &event)), fails(mq_notify(q, &event)); show(mq_notify(q, NULL)), show(mq_close(r));
    fails(mq_close(r)); show(mq_unlink(name)), fails(mq_unlink(name)); fails(mq_open("noslash", O_RDWR));
    fails(mq_open("/a/b", O_RDWR)); fails(mq_open("/missing-queue", O_RDWR));
    fails(mq_open("/", O_RDWR | O_CREAT, 0600, NULL)); fails(mq_getattr(-1, &old));

aio_read, aio_write, aio_error, aio_return, aio_suspend, aio_cancel, aio_fsync, aio_init, lio_listio, aio_read64,
+ aio_write64, aio_error64, aio_return64, aio_suspend64, aio_cancel64, aio_fsync64, lio_listio64:
    char in[20] = "", in64[20] = "";
    struct aioinit init = {.aio_threads = 2, .aio_num = 4};
    aio_init(&init);
    int fd = open("f", O_CREAT | O_RDWR, 0600);
    struct aiocb w = {.aio_fildes = fd, .aio_buf = "0123456789", .aio_nbytes = 10, .aio_offset = 2,
        .aio_sigevent.sigev_notify = SIGEV_NONE},
        r = {.aio_fildes = fd, .aio_buf = in, .aio_nbytes = 20, .aio_sigevent.sigev_notify = SIGEV_NONE},
        s = {.aio_fildes = fd, .aio_sigevent.sigev_notify = SIGEV_NONE};
    const struct aiocb *list[] = {&w}, *rlist[] = {NULL, &r};
    show(aio_write(&w));
    while (aio_error(&w) == EINPROGRESS) aio_suspend(list, 1, NULL);
    show(aio_error(&w)), show(aio_return(&w)), show(aio_read(&r));
    while (aio_error(&r) == EINPROGRESS) aio_suspend(rlist, 2, NULL);
    show(aio_return(&r)), bytes(in, 12), show(aio_fsync(O_SYNC, &s));
    while (aio_error(&s) == EINPROGRESS) usleep(1000);
    show(aio_return(&s)), show(aio_cancel(fd, NULL)), fails(aio_cancel(-1, NULL)); fails(aio_fsync(99, &s));
    struct aiocb64 w64 = {.aio_fildes = fd, .aio_buf = "abc", .aio_nbytes = 3, .aio_offset = 0,
        .aio_lio_opcode = LIO_WRITE, .aio_sigevent.sigev_notify = SIGEV_NONE},
        r64 = {.aio_fildes = fd, .aio_buf = in64, .aio_nbytes = 20, .aio_lio_opcode = LIO_READ,
        .aio_sigevent.sigev_notify = SIGEV_NONE}, s64 = {.aio_fildes = fd, .aio_sigevent.sigev_notify = SIGEV_NONE};
    const struct aiocb64 *list64[] = {&r64};
    show(aio_write64(&w64));
    while (aio_error64(&w64) == EINPROGRESS) usleep(1000);
    show(aio_return64(&w64)), show(aio_read64(&r64));
    while (aio_error64(&r64) == EINPROGRESS) aio_suspend64(list64, 1, NULL);
    show(aio_return64(&r64)), bytes(in64, 12), show(aio_cancel64(fd, &r64)), show(aio_fsync64(O_DSYNC, &s64));
    while (aio_error64(&s64) == EINPROGRESS) usleep(1000);
    show(aio_return64(&s64));
    w.aio_lio_opcode = LIO_WRITE, r.aio_lio_opcode = LIO_NOP, w.aio_offset = 20;
    show(lio_listio(LIO_WAIT, (struct aiocb *[]){&w, NULL, &r}, 3, NULL)), show(aio_return(&w));
    show(lio_listio64(LIO_WAIT, (struct aiocb64 *[]){&r64}, 1, NULL)), show(aio_return64(&r64));
    r.aio_fildes = -1, r.aio_lio_opcode = LIO_READ;
    show(lio_listio(LIO_WAIT, (struct aiocb *[]){&r}, 1, NULL)), show(aio_error(&r));

__cmsg_nxthdr:
    union { struct cmsghdr header; char room[200]; } data;
    memset(&data, 0, sizeof data);
    struct msghdr m = {.msg_control = &data, .msg_controllen = sizeof data};
    struct cmsghdr *at = CMSG_FIRSTHDR(&m);
    #define PLACE(p) say("%s: %td", #p, (p) ? (char *)(p) - (char *)&data : -1)
    at->cmsg_len = CMSG_LEN(4), PLACE(__cmsg_nxthdr(&m, at));
    at->cmsg_len = CMSG_LEN(1), PLACE(__cmsg_nxthdr(&m, at));
    at->cmsg_len = CMSG_LEN(0), PLACE(__cmsg_nxthdr(&m, at));
    at->cmsg_len = CMSG_LEN(9), at = __cmsg_nxthdr(&m, at), PLACE(at), at->cmsg_len = CMSG_LEN(100),
        PLACE(__cmsg_nxthdr(&m, at));
    // Lengths that leave no room for one more header, or that lie.
    at->cmsg_len = 200 - ((char *)at - (char *)&data), PLACE(__cmsg_nxthdr(&m, at));
    at->cmsg_len = 185 - ((char *)at - (char *)&data), PLACE(__cmsg_nxthdr(&m, at));
    at->cmsg_len = 184 - ((char *)at - (char *)&data), PLACE(__cmsg_nxthdr(&m, at));
    at->cmsg_len = 3, PLACE(__cmsg_nxthdr(&m, at)), at->cmsg_len = 0, PLACE(__cmsg_nxthdr(&m, at));
    at->cmsg_len = (size_t)-1, PLACE(__cmsg_nxthdr(&m, at)), at->cmsg_len = (size_t)-20, PLACE(__cmsg_nxthdr(&m, at));
    at->cmsg_len = 1000, PLACE(__cmsg_nxthdr(&m, at)), m.msg_controllen = 20, at = &data.header,
        at->cmsg_len = CMSG_LEN(0);
    PLACE(__cmsg_nxthdr(&m, at));

every V = ipv4 -
set$Vsourcefilter, get$Vsourcefilter:
    int is_four = sizeof "$V" > 1, fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct in_addr loopback = {htonl(INADDR_LOOPBACK)}, group = {inet_addr("239.1.2.3")},
        sources[3] = {{inet_addr("10.0.0.1")}, {inet_addr("10.0.0.2")}};
    struct sockaddr_in address = {AF_INET, 0, group}, other = {AF_UNIX};
    struct sockaddr_storage many[3];
    memset(many, 0, sizeof many);
    for (int i = 0; i < 3; i++) *(struct sockaddr_in *)&many[i] = (struct sockaddr_in){AF_INET, 0, sources[i]};
    uint32_t mode = 9, number;
    #define SET(fd, mode, n) (is_four ? setipv4sourcefilter(fd, loopback, group, mode, n, sources) \
        : setsourcefilter(fd, 1, (void *)&address, sizeof address, mode, n, many))
    #define GET(fd) (is_four ? getipv4sourcefilter(fd, loopback, group, &mode, &number, sources) : getsourcefilter(fd, \
        1, (void *)&address, sizeof address, &mode, &number, many))
    // Before the group is joined there is nothing to filter.
    fails(SET(fd, MCAST_INCLUDE, 2)); number = 3, fails(GET(fd)); fails(SET(-1, MCAST_INCLUDE, 0)); fails(GET(-1));
    struct ip_mreqn join = {group, loopback, 1};
    int joined = setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &join, sizeof join);
    if (joined == 0) {
        fails(SET(fd, MCAST_EXCLUDE, 2)); number = 3, fails(GET(fd)); show(mode == MCAST_EXCLUDE), show(number);
        number = 1, fails(GET(fd)); show(number), number = 0, fails(GET(fd)); show(number);
        fails(SET(fd, MCAST_EXCLUDE, 0)); number = 3, fails(GET(fd)); show(number), fails(SET(fd, 77, 1));
    } else say("this kernel joins no group");
    if (!is_four) {
        fails(setsourcefilter(fd, 1, (void *)&other, sizeof other, 0, 0, many)); number = 1;
        fails(getsourcefilter(fd, 1, (void *)&other, sizeof other, &mode, &number, many));
    }
