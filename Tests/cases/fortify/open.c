// open without a mode works where nothing is created and aborts with the function's name where a mode is missing.
// flags: -fno-builtin -Wno-all
#include "check.h"
#include <fcntl.h>
#include <mqueue.h>
extern int __open_2(const char *, int), __open64_2(const char *, int), __openat_2(int, const char *, int);
extern int __openat64_2(int, const char *, int);
extern mqd_t __mq_open_2(const char *, int);
#define OPENS(call) ((call) >= 0 ? 0 : (abort(), 0))

int main(void)
{
    CHECK(OPENS(__open_2("/", O_RDONLY | O_DIRECTORY)));
    CHECK(__open_2("/nonexistent", O_CREAT));
    CHECK(__open_2("/", O_TMPFILE | O_RDWR));
    CHECK(OPENS(__open64_2("/", O_RDONLY)));
    CHECK(__open64_2("/nonexistent", O_CREAT));
    CHECK(OPENS(__openat_2(AT_FDCWD, "/", O_RDONLY)));
    CHECK(__openat_2(AT_FDCWD, "/nonexistent", O_CREAT));
    CHECK(OPENS(__openat64_2(AT_FDCWD, "/", O_RDONLY)));
    CHECK(__openat64_2(AT_FDCWD, "/nonexistent", O_CREAT));
    CHECK(__mq_open_2("/glibc-compat-no-such-queue", O_RDONLY) == -1 ? 0 : (abort(), 0));
    CHECK(__mq_open_2("/glibc-compat-no-such-queue", O_CREAT));
    return 0;
}
