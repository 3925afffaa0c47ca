// Named semaphores: their names are apart from those of shared memory, and bad names are refused
// flags: -pthread
#include <errno.h>
#include <fcntl.h>
#include <semaphore.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define NAME "/glibc-compat-case"
static void open_it(const char *title, const char *name, int flags)
{
    errno = 0;
    sem_t *s = sem_open(name, flags, 0600, 3);
    int value = -1, error = errno;
    if (s != SEM_FAILED) { sem_getvalue(s, &value); sem_close(s); error = 0; }
    printf("%s: %d value %d errno %d\n", title, s != SEM_FAILED, value, error);
}

int main(void)
{
    char longest[400];
    memset(longest, 'x', sizeof longest);
    longest[399] = 0;
    sem_unlink(NAME);
    shm_unlink(NAME);
    open_it("missing", NAME, 0);
    open_it("made", NAME, O_CREAT | O_EXCL);
    open_it("again", NAME, O_CREAT | O_EXCL);
    open_it("opened", NAME, 0);
    open_it("without slash", NAME + 1, 0);
    printf("file %d\n", access("/dev/shm/sem." "glibc-compat-case", F_OK));
    int fd = shm_open(NAME, O_CREAT | O_EXCL | O_RDWR, 0600);
    printf("shared memory of the name %d\n", fd >= 0);
    close(fd);
    printf("unlink %d %d\n", shm_unlink(NAME), sem_unlink(NAME));
    printf("unlink again %d\n", sem_unlink(NAME));
    printf("errno %d\n", errno);
    open_it("empty", "/", O_CREAT);
    open_it("slash inside", "/a/b", O_CREAT);
    open_it("too long", longest, O_CREAT);
    printf("unlink slash inside %d\n", sem_unlink("/a/b"));
    printf("errno %d\n", errno);
    printf("unlink too long %d\n", sem_unlink(longest));
    printf("errno %d\n", errno);
    return 0;
}
