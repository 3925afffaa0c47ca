// <unistd.h>, <fcntl.h>, <sys/stat.h>, <dirent.h>, <sys/statfs.h>, <sys/xattr.h>, <sys/uio.h>, <sys/sendfile.h>,
// <libgen.h>: files and folders.
#include <dirent.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <unistd.h>
static int file(const char *name, const char *text)
{
    int fd = open(name, O_RDWR | O_CREAT | O_TRUNC, 0644);
    if (write(fd, text, strlen(text)) < 0) say("write");
    lseek(fd, 0, SEEK_SET);
    return fd;
}
static void content(int fd)
{
    char text[200];
    ssize_t n = pread(fd, text, 200, 0);
    bytes(text, n < 0 ? 0 : n);
}

open, open64, __open, __open64, openat, openat64, creat, creat64, close, __close:
    extern int __open(const char *, int, ...), __open64(const char *, int, ...), __close(int);
    umask(022);
    struct stat st;
    int fd = open("a", O_WRONLY | O_CREAT | O_EXCL, 0666);
    show(fd), fstat(fd, &st), show(st.st_mode);
    fails(open("a", O_WRONLY | O_CREAT | O_EXCL, 0666));
    fails(open64("a/b", O_RDONLY));
    fails(open("missing", O_RDONLY));
    fails(open("", O_RDONLY));
    fails(open(".", O_WRONLY));
    fails(open("a", O_DIRECTORY));
    char long_name[300];
    memset(long_name, 'x', 299), long_name[299] = 0;
    fails(open(long_name, O_RDONLY));
    show(__open("b", O_CREAT | O_WRONLY, 0600));
    show(__open64("b", O_RDONLY | O_CLOEXEC));
    show(fcntl(5, F_GETFD));
    int dir = open(".", O_RDONLY | O_DIRECTORY);
    fd = openat(dir, "c", O_CREAT | O_RDWR, 0640);
    fstat(fd, &st), show(st.st_mode);
    show(openat64(AT_FDCWD, "c", O_RDONLY) > 0);
    fails(openat(-1, "c", O_RDONLY));
    fails(openat(fd, "c", O_RDONLY));
    fd = creat("d", 0444);
    fstat(fd, &st), show(st.st_mode);
    show(creat64("e", 0600) > 0);
    show(close(fd));
    fails(close(fd));
    fails(__close(-1));
    fd = open(".", O_TMPFILE | O_RDWR, 0600);
    show(fd >= 0);
    symlink("loop", "loop");
    fails(open("loop", O_RDONLY));
    fails(open("loop", O_RDONLY | O_NOFOLLOW));

read, write, pread, pwrite, pread64, pwrite64, __read, __write, __pread64, __pwrite64, readv, writev, preadv, pwritev,
+ preadv64, pwritev64, preadv2, pwritev2, preadv64v2, pwritev64v2:
    extern ssize_t __read(int, void *, size_t), __write(int, const void *, size_t),
        __pread64(int, void *, size_t, off64_t), __pwrite64(int, const void *, size_t, off64_t);
    char a[20] = "", b[20] = "";
    int fd = file("f", "0123456789");
    show(read(fd, a, 4)), show(a);
    show(__read(fd, a, 100)), show(read(fd, a, 100));
    show(pread(fd, a, 3, 5)), bytes(a, 3);
    show(pread64(fd, a, 3, 9)), show(__pread64(fd, a, 3, 100));
    show(pwrite(fd, "ab", 2, 1)), show(pwrite64(fd, "cd", 2, 3)), show(__pwrite64(fd, "!", 1, 12));
    show(__write(fd, "end", 3)), show(write(fd, "", 0));
    content(fd);
    struct iovec v[3] = {{a, 3}, {b, 4}, {NULL, 0}};
    memset(a, 0, 20), memset(b, 0, 20);
    show(preadv(fd, v, 3, 0)), show(a), show(b);
    show(preadv64(fd, v, 2, 2)), show(a);
    show(preadv2(fd, v, 2, 1, 0)), show(a);
    show(preadv64v2(fd, v, 2, 0, 0)), show(a);
    lseek(fd, 0, SEEK_SET);
    show(readv(fd, v, 2)), show(b);
    show(writev(fd, v, 2)), show(pwritev(fd, v, 1, 0)), show(pwritev64(fd, v, 1, 5)), show(pwritev2(fd, v, 1, 7, 0));
    show(pwritev64v2(fd, v, 1, 9, 0));
    content(fd);
    fails(read(-1, a, 1)), fails(write(-1, a, 1)), fails(pread(fd, a, 1, -1)), fails(pwrite(fd, a, 1, -5));
    fails(readv(fd, v, -1)), fails(writev(fd, v, 100000)), fails(preadv(fd, v, 1, -2));
    fails(preadv2(fd, v, 1, 0, 0x8000));
    int null = open("/dev/null", O_RDONLY);
    fails(write(null, "x", 1));
    int p[2];
    pipe(p);
    fails(pread(p[0], a, 1, 0));
    fails(read(open(".", O_RDONLY), a, 1));

lseek, lseek64, __lseek:
    extern off_t __lseek(int, off_t, int);
    int fd = file("f", "0123456789"), p[2];
    show(lseek(fd, 3, SEEK_SET)), show(lseek64(fd, 4, SEEK_CUR)), show(__lseek(fd, -2, SEEK_END));
    show(lseek(fd, 1L << 40, SEEK_SET));
    fails(lseek(fd, -1, SEEK_SET));
    fails(lseek(fd, 0, 99));
    fails(lseek(-1, 0, SEEK_SET));
    pipe(p);
    fails(lseek(p[0], 0, SEEK_CUR));

dup, dup2, dup3, __dup2, pipe, pipe2, __pipe:
    extern int __dup2(int, int), __pipe(int[2]);
    int fd = file("f", "x"), p[2], c;
    show(dup(fd)), show(dup2(fd, 20)), show(dup2(fd, fd)), show(__dup2(fd, 21)), show(dup3(fd, 22, O_CLOEXEC));
    show(fcntl(22, F_GETFD));
    fails(dup(-1)), fails(dup2(-1, 5)), fails(dup2(fd, -1)), fails(dup3(fd, fd, 0)), fails(dup3(fd, 5, 1));
    show(pipe(p)), show(write(p[1], "q", 1)), show(read(p[0], &c, 1));
    show(__pipe(p)), show(fcntl(p[0], F_GETFD));
    show(pipe2(p, O_CLOEXEC | O_NONBLOCK)), show(fcntl(p[0], F_GETFD));
    fails(read(p[0], &c, 1));
    fails(pipe2(p, 12345678));

stat, stat64, lstat, lstat64, fstat, fstat64, fstatat, fstatat64, statx, __xstat, __xstat64, __lxstat, __lxstat64,
+ __fxstat, __fxstat64, __fxstatat, __fxstatat64:
    extern int __xstat(int, const char *, struct stat *), __xstat64(int, const char *, struct stat *),
        __lxstat(int, const char *, struct stat *), __lxstat64(int, const char *, struct stat *);
    extern int __fxstat(int, int, struct stat *), __fxstat64(int, int, struct stat *),
        __fxstatat(int, int, const char *, struct stat *, int),
        __fxstatat64(int, int, const char *, struct stat *, int);
    struct stat st, *s = &st;
    struct statx x;
    umask(022);
    int fd = file("f", "12345");
    symlink("f", "link");
    #define TELL(call) memset(s, 0x55, sizeof *s), errno = 0, \
        say("%s = %d %s: %o %d %d", #call, call, strerrorname_np(errno), s->st_mode, (int)s->st_size, \
        (int)s->st_nlink)
    TELL(stat("f", s)); TELL(stat64("link", (void *)s)); TELL(lstat("link", s)); TELL(lstat64("f", (void *)s));
    TELL(fstat(fd, s)); TELL(fstat64(fd, (void *)s));
    TELL(fstatat(AT_FDCWD, "link", s, AT_SYMLINK_NOFOLLOW)); TELL(fstatat64(AT_FDCWD, "link", (void *)s, 0));
    TELL(fstatat(fd, "", s, AT_EMPTY_PATH));
    TELL(__xstat(1, "f", s)); TELL(__xstat64(1, "link", s)); TELL(__lxstat(1, "link", s));
    TELL(__lxstat64(1, "link", s)); TELL(__fxstat(1, fd, s)); TELL(__fxstat64(1, fd, s));
    TELL(__fxstatat(1, AT_FDCWD, "f", s, 0)); TELL(__fxstatat64(1, AT_FDCWD, "link", s, AT_SYMLINK_NOFOLLOW));
    fails(stat("missing", s)); fails(lstat("f/x", s)); fails(fstat(-1, s)); fails(fstatat(-1, "f", s, 0));
    fails(fstatat(AT_FDCWD, "f", s, 0x4000000)); fails(__xstat(99, "f", s)); fails(__fxstat(99, fd, s));
    show(statx(AT_FDCWD, "f", 0, STATX_BASIC_STATS, &x)), show(x.stx_size), show(x.stx_mode);
    show((x.stx_mask & STATX_SIZE) != 0);
    fails(statx(AT_FDCWD, "missing", 0, STATX_ALL, &x));
    fails(statx(AT_FDCWD, "f", 0x80000000, STATX_ALL, &x));

mkdir, mkdirat, rmdir, mkfifo, mkfifoat, mknod, mknodat, __xmknod, __xmknodat, umask:
    extern int __xmknod(int, const char *, mode_t, dev_t *), __xmknodat(int, int, const char *, mode_t, dev_t *);
    struct stat st;
    dev_t none = 0;
    #define MODE(path) lstat(path, &st), say("%s %o", path, st.st_mode)
    show(umask(027)), show(umask(027));
    show(mkdir("d", 0777)), MODE("d");
    show(mkdirat(AT_FDCWD, "d/e", 0700)), MODE("d/e");
    fails(mkdir("d", 0777)); fails(mkdir("x/y", 0777)); fails(mkdir("", 0777)); fails(rmdir("d")); fails(rmdir("d/."));
    fails(rmdir("nope")); show(rmdir("d/e"));
    show(mkfifo("p", 0666)), MODE("p"); show(mkfifoat(AT_FDCWD, "q", 0600)), MODE("q"); fails(mkfifo("p", 0600));
    show(mknod("r", S_IFREG | 0644, 0)), MODE("r"); show(mknodat(AT_FDCWD, "s", S_IFIFO | 0600, 0)), MODE("s");
    show(__xmknod(0, "t", S_IFREG | 0600, &none)), MODE("t"); show(__xmknodat(0, AT_FDCWD, "u", S_IFREG | 0600, &none));
    MODE("u");
    fails(__xmknod(9, "v", S_IFREG | 0600, &none)); fails(mknod("w", S_IFDIR | 0700, 0)); fails(rmdir("r"));

link, linkat, symlink, symlinkat, readlink, readlinkat, unlink, unlinkat:
    char text[20] = "##########";
    struct stat st;
    close(file("f", "x")), mkdir("d", 0755);
    show(link("f", "g")), stat("f", &st), show(st.st_nlink);
    show(linkat(AT_FDCWD, "f", AT_FDCWD, "h", 0));
    fails(link("missing", "i")); fails(link("f", "g")); fails(link("d", "e"));
    show(symlink("target/x", "l")), show(symlinkat("t", AT_FDCWD, "m"));
    fails(symlink("x", "l")); fails(symlink("", "n"));
    show(readlink("l", text, 20)), bytes(text, 10); show(readlink("l", text, 3));
    show(readlinkat(AT_FDCWD, "m", text, 20));
    fails(readlink("f", text, 20)); fails(readlink("missing", text, 20)); fails(readlink("l", text, 0));
    show(unlink("g")); fails(unlink("g")); fails(unlink("d")); show(unlinkat(AT_FDCWD, "h", 0));
    show(unlinkat(AT_FDCWD, "d", AT_REMOVEDIR)); fails(unlinkat(AT_FDCWD, "f", 0x4000));

chmod, fchmod, fchmodat, lchmod, chown, fchown, lchown, fchownat, access, faccessat, eaccess, euidaccess:
    struct stat st;
    int fd = file("f", "x");
    symlink("f", "l");
    #define MODE_OF(call) errno = 0, say("%s = %d %s", #call, call, strerrorname_np(errno)), stat("f", &st), \
        say("%o", st.st_mode)
    MODE_OF(chmod("f", 0640)); MODE_OF(chmod("l", 04755)); MODE_OF(fchmod(fd, 0));
    MODE_OF(fchmodat(AT_FDCWD, "f", 0600, 0)); MODE_OF(chmod("missing", 0)); MODE_OF(fchmod(-1, 0));
    MODE_OF(lchmod("f", 0644));
    MODE_OF(fchmodat(AT_FDCWD, "f", 0600, 0x800000)); MODE_OF(fchmodat(AT_FDCWD, "l", 0600, AT_SYMLINK_NOFOLLOW));
    MODE_OF(lchmod("l", 0600));
    show(chown("f", -1, -1)), show(chown("f", geteuid(), getegid())), show(fchown(fd, -1, -1));
    show(lchown("l", -1, -1)), show(fchownat(AT_FDCWD, "l", -1, -1, AT_SYMLINK_NOFOLLOW));
    fails(chown("missing", 0, 0)); fails(fchown(-1, 0, 0)); fails(lchown("missing", 0, 0));
    fails(fchownat(-1, "f", 0, 0, 0));
    show(access("f", F_OK)), show(access("f", R_OK | W_OK)), fails(access("f", X_OK)); fails(access("missing", F_OK));
    fails(access("f", 99));
    show(faccessat(AT_FDCWD, "f", R_OK, 0)), show(faccessat(AT_FDCWD, "f", R_OK, AT_EACCESS));
    fails(faccessat(AT_FDCWD, "f", X_OK, AT_EACCESS)); fails(faccessat(AT_FDCWD, "f", R_OK, 0x40000000));
    show(eaccess("f", R_OK)), show(euidaccess("f", W_OK)), fails(eaccess("f", X_OK));
    fails(euidaccess("missing", F_OK));

truncate, truncate64, ftruncate, ftruncate64, posix_fallocate, posix_fallocate64, fallocate, fallocate64, posix_fadvise,
+ posix_fadvise64, readahead, fsync, fdatasync, syncfs, sync_file_range, sync:
    struct stat st;
    int fd = file("f", "0123456789"), p[2];
    pipe(p);
    #define SIZE(call) errno = 0, say("%s = %d %s", #call, call, strerrorname_np(errno)), fstat(fd, &st), \
        show(st.st_size)
    SIZE(truncate("f", 5)); SIZE(truncate64("f", 20)); SIZE(ftruncate(fd, 3)); SIZE(ftruncate64(fd, 8));
    SIZE(truncate("f", -1)); SIZE(ftruncate(-1, 1)); SIZE(truncate("missing", 1)); SIZE(ftruncate(p[0], 1));
    show(posix_fallocate(fd, 0, 100)), show(posix_fallocate64(fd, 0, 200)), show(posix_fallocate(fd, -1, 5));
    show(posix_fallocate(fd, 0, 0)), show(posix_fallocate(-1, 0, 5)), show(posix_fallocate(p[1], 0, 5));
    SIZE(fallocate(fd, 0, 0, 300)); SIZE(fallocate64(fd, FALLOC_FL_KEEP_SIZE, 0, 400)); SIZE(fallocate(fd, 0, 0, -1));
    SIZE(fallocate(-1, 0, 0, 1));
    show(posix_fadvise(fd, 0, 0, POSIX_FADV_RANDOM)), show(posix_fadvise64(fd, 0, 0, 99));
    show(posix_fadvise(-1, 0, 0, 0)), show(posix_fadvise(p[0], 0, 0, 0));
    show(readahead(fd, 0, 10)); fails(readahead(-1, 0, 10));
    show(fsync(fd)), show(fdatasync(fd)), fails(fsync(-1)); fails(fdatasync(-1)); show(syncfs(fd)), fails(syncfs(-1));
    fails(sync_file_range(-1, 0, 0, 0)); fails(sync_file_range(fd, 0, 0, 0x100));
    runs(sync());

copy_file_range, sendfile, sendfile64, splice, tee, vmsplice:
    int in = file("in", "0123456789"), out = file("out", ""), p[2], q[2];
    off_t at = 2;
    char text[20] = "";
    show(sendfile(out, in, &at, 3)), show(at), show(sendfile64(out, in, NULL, 100)), content(out);
    fails(sendfile(out, -1, NULL, 1));
    off64_t from = 0, to = 0;
    ftruncate(out, 0);
    show(copy_file_range(in, &from, out, &to, 4, 0)), show(from), content(out);
    fails(copy_file_range(in, NULL, out, NULL, 4, 1));
    pipe(p), pipe(q);
    from = 1;
    show(splice(in, &from, p[1], NULL, 5, 0)), show(tee(p[0], q[1], 3, 0)), show(read(q[0], text, 20)), bytes(text, 3);
    show(read(p[0], text, 20)), bytes(text, 5);
    struct iovec v = {"mapped", 6};
    show(vmsplice(p[1], &v, 1, 0)), show(read(p[0], text, 20)), bytes(text, 6);
    fails(splice(in, NULL, out, NULL, 5, 0)); fails(tee(in, out, 1, 0)); fails(vmsplice(in, &v, 1, 0));

fcntl, fcntl64, __fcntl, flock, lockf, lockf64, ioctl:
    extern int __fcntl(int, int, ...), old_fcntl(int, int, ...) __asm__("fcntl");
    int fd = file("f", "0123456789"), n = 0, p[2];
    show(old_fcntl(fd, F_GETFL) & O_ACCMODE), show(fcntl64(fd, F_DUPFD, 30)), show(__fcntl(fd, F_DUPFD_CLOEXEC, 30));
    show(fcntl(31, F_GETFD));
    show(fcntl(fd, F_SETFL, O_APPEND)), show((fcntl(fd, F_GETFL) & O_APPEND) != 0);
    struct flock l = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 2, .l_len = 3};
    show(fcntl(fd, F_SETLK, &l)), l.l_type = F_RDLCK, show(fcntl(fd, F_GETLK, &l)), show(l.l_type == F_UNLCK);
    fails(fcntl(-1, F_GETFD)); fails(fcntl(fd, 9999)); fails(fcntl(fd, F_DUPFD, -1));
    show(fcntl(fd, F_GETOWN)), pipe(p), show(fcntl(p[0], F_GETPIPE_SZ) > 0);
    show(flock(fd, LOCK_EX)), show(flock(fd, LOCK_UN)), fails(flock(fd, 77)); fails(flock(-1, LOCK_SH));
    int other = open("f", O_RDWR);
    flock(fd, LOCK_EX);
    fails(flock(other, LOCK_EX | LOCK_NB));
    lseek(fd, 0, SEEK_SET);
    show(lockf(fd, F_LOCK, 5)), show(lockf64(fd, F_TEST, 5)), show(lockf(fd, F_ULOCK, 0)), fails(lockf(fd, 99, 1));
    fails(lockf(-1, F_LOCK, 1));
    write(p[1], "abc", 3);
    show(ioctl(p[0], FIONREAD, &n)), show(n); fails(ioctl(fd, TIOCGPTN, &n));
    fails(ioctl(-1, FIONREAD, &n));

statfs, statfs64, fstatfs, fstatfs64, statvfs, statvfs64, fstatvfs, fstatvfs64, __statfs:
    extern int __statfs(const char *, struct statfs *);
    struct statfs s;
    struct statvfs v;
    int fd = open("/proc", O_RDONLY);
    show(statfs("/proc", &s)), show(s.f_type), show(s.f_bsize), show(s.f_namelen), show(s.f_blocks);
    show(statfs64("/proc", (void *)&s)), show(fstatfs(fd, &s)), show(s.f_type), show(fstatfs64(fd, (void *)&s));
    show(__statfs("/proc", &s)), show(s.f_type);
    show(statvfs("/proc", &v)), show(v.f_bsize), show(v.f_frsize), show(v.f_namemax), show(v.f_blocks);
    show(statvfs64("/proc", (void *)&v)), show(fstatvfs(fd, &v)), show(v.f_namemax), show(fstatvfs64(fd, (void *)&v));
    fails(statfs("missing", &s)); fails(fstatfs(-1, &s)); fails(statvfs("missing", &v)); fails(fstatvfs(-1, &v));
    fails(__statfs("", &s));

static int only_named(const struct dirent *e) { return e->d_name[0] != '.'; }
static int only_named64(const struct dirent64 *e) { return e->d_name[0] != '.'; }
static void folder(void)
{
    const char *names[] = {"b10", "b9", "a", "b1", "C", "b01"};
    mkdir("d", 0755);
    for (int i = 0; i < count(names); i++) { char path[20]; sprintf(path, "d/%s", names[i]); close(creat(path, 0600)); }
}
opendir, fdopendir, readdir, readdir64, readdir_r, readdir64_r, closedir, dirfd, rewinddir, telldir, seekdir:
    folder();
    DIR *d = opendir("d");
    struct dirent entry, *e;
    struct dirent64 entry64, *e64;
    int n = 0;
    long places[10];
    while ((errno = 0, places[n] = telldir(d), e = readdir(d))) n++;
    show(n), observe_errno();
    seekdir(d, places[3]);
    char third[50];
    strcpy(third, readdir(d)->d_name);
    rewinddir(d);
    for (n = 0; (e64 = readdir64(d)); n++) if (n == 3) show(strcmp(e64->d_name, third));
    show(n), show(fstat(dirfd(d), (struct stat[1]){}));
    rewinddir(d);
    for (n = 0; readdir_r(d, &entry, &e) == 0 && e; n++) if (e != &entry || !entry.d_ino) say("readdir_r");
    show(n);
    rewinddir(d);
    for (n = 0; readdir64_r(d, &entry64, &e64) == 0 && e64; n++) if (!memchr(entry64.d_name, 0, 30)) say("readdir64_r");
    show(n), show(closedir(d));
    int fd = open("d", O_RDONLY);
    d = fdopendir(fd);
    show(d != NULL), show(dirfd(d) == fd);
    fails(opendir("missing")); fails(opendir("d/a")); fails(opendir("")); fails(fdopendir(-1));
    fails(fdopendir(open("d/a", O_RDONLY)));

scandir, scandir64, scandirat, scandirat64, alphasort, alphasort64, versionsort, versionsort64:
    folder();
    struct dirent **list;
    struct dirent64 **list64;
    #define LIST(list) for (int i = 0; i < n; i++) show(list[i]->d_name)
    int n = scandir("d", &list, NULL, alphasort); show(n); LIST(list);
    n = scandir("d", &list, only_named, versionsort); show(n); LIST(list);
    n = scandir64("d", &list64, only_named64, alphasort64); show(n); LIST(list64);
    n = scandirat(AT_FDCWD, "d", &list, only_named, alphasort); show(n); LIST(list);
    n = scandirat64(AT_FDCWD, "d", &list64, only_named64, versionsort64); show(n); LIST(list64);
    fails(scandir("missing", &list, NULL, NULL)); fails(scandirat(-1, "d", &list, NULL, NULL));
    fails(scandir64("d/a", &list64, NULL, NULL));

getdents64, getdirentries, getdirentries64:
    folder();
    char buffer[2000];
    int fd = open("d", O_RDONLY);
    off_t base = 5;
    off64_t base64 = 5;
    show(getdents64(fd, buffer, sizeof buffer) > 0), show(getdents64(fd, buffer, sizeof buffer));
    lseek(fd, 0, SEEK_SET);
    show(getdirentries(fd, buffer, sizeof buffer, &base) > 0), show(base);
    lseek(fd, 0, SEEK_SET);
    show(getdirentries64(fd, buffer, sizeof buffer, &base64) > 0), show(base64);
    fails(getdents64(-1, buffer, 100)); fails(getdents64(open("d/a", O_RDONLY), buffer, 100)); lseek(fd, 0, SEEK_SET);
    fails(getdents64(fd, buffer, 1));

chdir, fchdir, getcwd, getwd, get_current_dir_name, chroot:
    char text[PATH_MAX], before[PATH_MAX];
    getcwd(before, sizeof before);
    mkdir("d", 0755);
    int fd = open(".", O_RDONLY);
    show(chdir("d")), show(strcmp(getcwd(text, sizeof text) + strlen(before), "/d")), show(strcmp(getwd(before), text));
    fails(getcwd(text, 2)); fails(getcwd(text, 0)); show(strcmp(getcwd(NULL, 0), before)), unsetenv("PWD");
    show(strcmp(get_current_dir_name(), before));
    fails(getcwd(NULL, 3));
    show(fchdir(fd)), fails(fchdir(-1)); fails(chdir("missing")); fails(chdir(""));
    fails(fchdir(open("/dev/null", O_RDONLY)));
    fails(chroot("missing"));

dirname:
    const char *paths[] = {"", "/", "//", "a", "a/", "/a", "/a/b", "/a/b/", "a//b", "..", "a/..", "/a///", "///a",
        "a/b//c///"};
    for (int i = 0; i < count(paths); i++) { char copy[20]; strcpy(copy, paths[i]);
        say("%s: %s", paths[i], dirname(copy)); }
    show(dirname(NULL));

pathconf, fpathconf:
    const int names[] = {_PC_LINK_MAX, _PC_MAX_CANON, _PC_MAX_INPUT, _PC_NAME_MAX, _PC_PATH_MAX, _PC_PIPE_BUF,
        _PC_CHOWN_RESTRICTED, _PC_NO_TRUNC, _PC_VDISABLE, _PC_SYNC_IO, _PC_ASYNC_IO, _PC_PRIO_IO, _PC_SOCK_MAXBUF,
        _PC_FILESIZEBITS, _PC_SYMLINK_MAX, _PC_2_SYMLINKS};
    int fd = open(".", O_RDONLY);
    for (int i = 0; i < count(names); i++) { say("%d", names[i]); fails(pathconf(".", names[i]));
        fails(fpathconf(fd, names[i])); }
    fails(pathconf(".", 9999)); fails(fpathconf(-1, _PC_NAME_MAX)); fails(pathconf("", _PC_NAME_MAX));
    fails(pathconf("missing", _PC_LINK_MAX));

setxattr, lsetxattr, fsetxattr, getxattr, lgetxattr, fgetxattr, listxattr, llistxattr, flistxattr, removexattr,
+ lremovexattr, fremovexattr:
    char v[20];
    int fd = file("f", "x");
    fails(setxattr("f", "nonamespace", "v", 1, 0)); fails(setxattr("missing", "user.x", "v", 1, 0));
    fails(lsetxattr("missing", "user.x", "v", 1, 0)); fails(fsetxattr(-1, "user.x", "v", 1, 0));
    fails(setxattr("f", "user.x", "v", 1, 99));
    fails(getxattr("missing", "user.x", v, 20)); fails(lgetxattr("missing", "user.x", v, 20));
    fails(fgetxattr(-1, "user.x", v, 20)); fails(getxattr("f", "", v, 20));
    show(listxattr("f", v, 0)), show(llistxattr("f", v, 0)), show(flistxattr(fd, v, 0));
    fails(listxattr("missing", v, 20)); fails(llistxattr("missing", v, 0)); fails(flistxattr(-1, v, 0));
    fails(removexattr("missing", "user.x")); fails(lremovexattr("missing", "user.x"));
    fails(fremovexattr(-1, "user.x"));

memfd_create, name_to_handle_at, open_by_handle_at:
    int fd = memfd_create("name", MFD_CLOEXEC);
    show(fcntl(fd, F_GETFD)), show(write(fd, "abc", 3)), content(fd);
    fails(memfd_create("name", 0x8000000)); fails(memfd_create(NULL, 0));
    int id;
    struct file_handle h = {.handle_bytes = 0};
    fails(name_to_handle_at(-1, "x", &h, &id, 0)); fails(name_to_handle_at(AT_FDCWD, "missing", &h, &id, 0));
    show(open_by_handle_at(-1, &h, O_RDONLY));

gnu_dev_major, gnu_dev_minor, gnu_dev_makedev, getdtablesize, getpagesize, __getpagesize:
    const dev_t devices[] = {0, 0x103, 0x12345678, 0xffffffffffffffff, 0x1fe00fff00};
    for (int i = 0; i < count(devices); i++) say("%x %x %lx", gnu_dev_major(devices[i]), gnu_dev_minor(devices[i]),
        gnu_dev_makedev(gnu_dev_major(devices[i]), gnu_dev_minor(devices[i])));
    extern int __getpagesize(void);
    show(getdtablesize() > 0), show(getpagesize()), show(__getpagesize());

select, __select, pselect, poll, __poll, ppoll:
    extern int __select(int, fd_set *, fd_set *, fd_set *, struct timeval *), __poll(struct pollfd *, nfds_t, int);
    int p[2];
    pipe(p);
    fd_set r, w;
    struct timeval none = {0, 0};
    struct timespec no = {0, 0}, bad = {0, -1};
    #define SETS memset(&r, 0, sizeof r), memset(&w, 0, sizeof w), FD_SET(p[0], &r), FD_SET(p[1], &w)
    SETS, show(select(p[1] + 1, &r, &w, NULL, &none)), show(FD_ISSET(p[0], &r) != 0), show(FD_ISSET(p[1], &w) != 0);
    write(p[1], "x", 1);
    SETS, show(__select(p[1] + 1, &r, &w, NULL, &none)), show(FD_ISSET(p[0], &r) != 0);
    SETS, show(pselect(p[1] + 1, &r, &w, NULL, &no, NULL));
    FD_SET(50, &r);
    fails(select(51, &r, NULL, NULL, &none)); fails(select(-1, NULL, NULL, NULL, &none));
    fails(pselect(0, NULL, NULL, NULL, &bad, NULL));
    none.tv_usec = 0, none.tv_sec = -1;
    fails(select(0, NULL, NULL, NULL, &none));
    struct pollfd f[3] = {{p[0], POLLIN}, {p[1], POLLOUT}, {77, POLLIN}};
    show(poll(f, 3, 0)), show(f[0].revents), show(f[1].revents), show(f[2].revents), show(__poll(f, 1, 0));
    show(ppoll(f, 2, &no, NULL)), show(poll(NULL, 0, 0));
    fails(ppoll(f, 1, &bad, NULL)); close(p[1]), show(poll(f, 1, 0)), show(f[0].revents);
