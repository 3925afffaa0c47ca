// The names for 64-bit offsets work as the plain functions, variadic ones with their argument, at offsets beyond 4 GiB.
#include <aio.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
#include <unistd.h>
#define FAR (5LL << 30)
extern int __xstat64(int, const char *, struct stat64 *), __fxstat64(int, int, struct stat64 *), __lxstat64(int, const char *, struct stat64 *);
extern int __fxstatat64(int, int, const char *, struct stat64 *, int);

static struct stat64 info;
static void show(int result) { printf("%d %lld\n", result, (long long)info.st_size); }
static int not_dots(const struct dirent64 *entry) { return entry->d_name[0] != '.'; }

int main(void)
{
    char name[] = "file-XXXXXX.x", text[16] = "";
    int fd = mkostemps64(name, 2, O_CLOEXEC);
    printf("%d\n", fcntl64(fd, F_GETFD));
    printf("%d\n", fcntl64(fd, F_SETFD, 0));
    printf("%d\n", fcntl64(fd, F_GETFD));
    struct flock64 lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = FAR, .l_len = 10};
    printf("%d\n", fcntl64(fd, F_SETLK64, &lock));
    printf("%d\n", fcntl64(fd, F_OFD_SETLK, &lock) == 0 || 1);
    printf("%d\n", ftruncate64(fd, FAR));
    printf("%zd\n", pwrite64(fd, "hello", 5, FAR));
    printf("%zd\n", pread64(fd, text, sizeof text, FAR));
    puts(text);
    printf("%lld\n", (long long)lseek64(fd, 0, SEEK_END));
    struct iovec part = {text, 4};
    printf("%zd\n", preadv64(fd, &part, 1, FAR));
    printf("%zd\n", pwritev64(fd, &part, 1, FAR + 10));
    printf("%zd\n", preadv64v2(fd, &part, 1, FAR, 0));
    printf("%zd\n", pwritev64v2(fd, &part, 1, FAR + 20, 0));
    show(fstat64(fd, &info));
    show(stat64(name, &info));
    show(lstat64(name, &info));
    show(fstatat64(AT_FDCWD, name, &info, 0));
    show(__xstat64(1, name, &info));
    show(__fxstat64(1, fd, &info));
    show(__lxstat64(1, name, &info));
    show(__fxstatat64(1, AT_FDCWD, name, &info, 0));
    struct statfs64 fs;
    struct statvfs64 vfs;
    printf("%d %d %d %d\n", statfs64(".", &fs), fstatfs64(fd, &fs), statvfs64(".", &vfs), fstatvfs64(fd, &vfs));
    printf("%d\n", posix_fadvise64(fd, 0, FAR, POSIX_FADV_RANDOM));
    void *mapped = mmap64(NULL, 4096, PROT_READ, MAP_PRIVATE, fd, FAR);
    printf("%.5s\n", mapped == MAP_FAILED ? "failed" : (char *)mapped);
    struct rlimit64 limit;
    printf("%d %d %d\n", getrlimit64(RLIMIT_CORE, &limit), setrlimit64(RLIMIT_CORE, &limit), prlimit64(0, RLIMIT_CORE, NULL, &limit));
    off64_t from = FAR;
    int other = creat64("other", 0600);
    printf("%zd\n", sendfile64(other, fd, &from, 5));
    printf("%lld\n", (long long)from);
    printf("%d\n", truncate64("other", 3));
    FILE *file = fopen64(name, "r+");
    printf("%d\n", fseeko64(file, FAR, SEEK_SET));
    printf("%lld\n", (long long)ftello64(file));
    fpos64_t place;
    printf("%d\n", fgetpos64(file, &place));
    printf("%s\n", fgets(text, 6, file));
    printf("%d\n", fsetpos64(file, &place));
    printf("%lld\n", (long long)ftello64(file));
    file = freopen64("other", "r", file);
    printf("%s\n", fgets(text, 6, file));
    printf("%d\n", tmpfile64() != NULL);
    printf("%d\n", lockf64(fd, F_TEST, 1));
    struct aiocb64 io = {.aio_fildes = fd, .aio_buf = text, .aio_nbytes = 5, .aio_offset = FAR};
    const struct aiocb64 *list[] = {&io};
    aio_read64(&io);
    aio_suspend64(list, 1, NULL);
    printf("%d\n", aio_error64(&io));
    printf("%zd\n", aio_return64(&io));
    struct dirent64 **entries;
    int count = scandir64(".", &entries, not_dots, versionsort64);
    for (int i = 0; i < count; i++)
        printf("%.5s\n", entries[i]->d_name);
    count = scandirat64(AT_FDCWD, ".", &entries, not_dots, alphasort64);
    for (int i = 0; i < count; i++)
        printf("%.5s\n", entries[i]->d_name);
    DIR *folder = opendir(".");
    int seen = 0;
    while (readdir64(folder))
        seen++;
    printf("%d\n", seen);
    printf("%d %d\n", open64("other", O_CREAT | O_EXCL, 0600), open64("third", O_CREAT | O_EXCL | O_WRONLY, 0640) > 0);
    stat64("third", &info);
    printf("%o\n", info.st_mode);
    printf("%d\n", openat64(AT_FDCWD, "fourth", O_CREAT | O_WRONLY, 0600) > 0);
    printf("%d\n", posix_fallocate64(fd, 0, 10));
    unlink("other"), unlink("third"), unlink("fourth"), unlink(name);
    return 0;
}
