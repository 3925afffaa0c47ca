// What C23 and the newest releases added gives what the standard says; on a glibc that lacks a name there is nothing to check.
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static void expect(const char *text, long long got, long long wanted)
{
    int error = errno;
    if (got != wanted)
        printf("%s: %lld, not %lld\n", text, got, wanted);
    errno = error;
}

#define FIND(name, result, ...) result (*name)(__VA_ARGS__) = dlsym(RTLD_DEFAULT, #name)
#define EXPECT(text, got, wanted) expect(text, (long long)(got), (long long)(wanted))
#define BITS(name, x, uc, us, ui, ul) do { \
    FIND(stdc_##name##_uc, unsigned, unsigned char); FIND(stdc_##name##_us, unsigned, unsigned short); \
    FIND(stdc_##name##_ui, unsigned, unsigned); FIND(stdc_##name##_ul, unsigned, unsigned long); \
    FIND(stdc_##name##_ull, unsigned, unsigned long long); \
    if (stdc_##name##_uc) { \
        EXPECT(#name "_uc " #x, stdc_##name##_uc((unsigned char)(x)), uc); EXPECT(#name "_us " #x, stdc_##name##_us((unsigned short)(x)), us); \
        EXPECT(#name "_ui " #x, stdc_##name##_ui((unsigned)(x)), ui); EXPECT(#name "_ul " #x, stdc_##name##_ul(x), ul); \
        EXPECT(#name "_ull " #x, stdc_##name##_ull(x), ul); \
    } } while (0)
#define VALUE(name, suffix, type, x, wanted) do { \
    type (*f)(type) = dlsym(RTLD_DEFAULT, "stdc_" #name "_" #suffix); \
    if (f && f((type)(x)) != (type)(wanted)) printf(#name "_" #suffix "(" #x ") = %llu\n", (unsigned long long)f((type)(x))); } while (0)

extern char **environ;

static void *thread(void *known)
{
    *(pid_t *)known = syscall(SYS_gettid);
    pause();
    return NULL;
}

int main(void)
{
    BITS(leading_zeros, 0UL, 8, 16, 32, 64);        BITS(leading_zeros, 1UL, 7, 15, 31, 63);      BITS(leading_zeros, ~0UL, 0, 0, 0, 0);
    BITS(leading_ones, 0UL, 0, 0, 0, 0);            BITS(leading_ones, ~0UL, 8, 16, 32, 64);      BITS(leading_ones, ~1UL, 7, 15, 31, 63);
    BITS(trailing_zeros, 0UL, 8, 16, 32, 64);       BITS(trailing_zeros, 0x50UL, 4, 4, 4, 4);     BITS(trailing_ones, ~0UL, 8, 16, 32, 64);
    BITS(trailing_ones, 0x57UL, 3, 3, 3, 3);        BITS(first_leading_zero, ~0UL, 0, 0, 0, 0);   BITS(first_leading_zero, 0UL, 1, 1, 1, 1);
    BITS(first_leading_zero, ~4UL, 6, 14, 30, 62);  BITS(first_leading_one, 0UL, 0, 0, 0, 0);     BITS(first_leading_one, 1UL, 8, 16, 32, 64);
    BITS(first_trailing_zero, ~0UL, 0, 0, 0, 0);    BITS(first_trailing_zero, 7UL, 4, 4, 4, 4);   BITS(first_trailing_one, 0UL, 0, 0, 0, 0);
    BITS(first_trailing_one, 0x80UL, 8, 8, 8, 8);   BITS(count_zeros, 0UL, 8, 16, 32, 64);        BITS(count_zeros, 0xf1UL, 3, 11, 27, 59);
    BITS(count_ones, 0xf1UL, 5, 5, 5, 5);           BITS(bit_width, 0UL, 0, 0, 0, 0);             BITS(bit_width, ~0UL, 8, 16, 32, 64);
    BITS(bit_width, 0x41UL, 7, 7, 7, 7);
    VALUE(bit_floor, uc, unsigned char, 0, 0);      VALUE(bit_floor, uc, unsigned char, 0xff, 0x80); VALUE(bit_floor, us, unsigned short, 0x1234, 0x1000);
    VALUE(bit_floor, ui, unsigned, 0x1234, 0x1000); VALUE(bit_floor, ul, unsigned long, ~0UL, 1UL << 63); VALUE(bit_floor, ull, unsigned long long, 1, 1);
    VALUE(bit_ceil, uc, unsigned char, 0, 1);       VALUE(bit_ceil, uc, unsigned char, 0x41, 0x80);  VALUE(bit_ceil, us, unsigned short, 0x1234, 0x2000);
    VALUE(bit_ceil, ui, unsigned, 0x80000000u, 0x80000000u); VALUE(bit_ceil, ul, unsigned long, 1, 1); VALUE(bit_ceil, ull, unsigned long long, 5, 8);
    FIND(stdc_has_single_bit_ul, _Bool, unsigned long);
    if (stdc_has_single_bit_ul)
        EXPECT("single", stdc_has_single_bit_ul(1UL << 63) + 2 * stdc_has_single_bit_ul(0) + 4 * stdc_has_single_bit_ul(3), 1);
    FIND(uabs, unsigned, int); FIND(ulabs, unsigned long, long); FIND(ullabs, unsigned long long, long long); FIND(umaxabs, uintmax_t, intmax_t);
    if (uabs) {
        EXPECT("uabs", uabs(INT_MIN), 2147483648u), EXPECT("uabs", uabs(-3), 3), EXPECT("ulabs", ulabs(LONG_MIN), (long long)(1UL << 63));
        EXPECT("ullabs", ullabs(-7), 7);
    }
    if (umaxabs)
        EXPECT("umaxabs", umaxabs(INTMAX_MIN), (long long)(1UL << 63));
    FIND(memalignment, size_t, const void *);
    if (memalignment)
        EXPECT("memalignment", memalignment((void *)0x1230), 0x10), EXPECT("of NULL", memalignment(NULL), 0), EXPECT("odd", memalignment((void *)7), 1);
    FIND(memset_explicit, void *, void *, int, size_t);
    char text[8] = "secrets";
    if (memset_explicit)
        EXPECT("memset_explicit", memset_explicit(text, 'x', 6) == text && !strcmp(text, "xxxxxxs"), 1);
    FIND(free_sized, void, void *, size_t); FIND(free_aligned_sized, void, void *, size_t, size_t);
    if (free_sized)
        free_sized(malloc(10), 10), free_aligned_sized(aligned_alloc(64, 128), 64, 128), free_sized(NULL, 0);
    FIND(pthread_gettid_np, pid_t, pthread_t);
    if (pthread_gettid_np) {
        pthread_t other;
        volatile pid_t known = 0;
        EXPECT("own thread", pthread_gettid_np(pthread_self()), getpid());
        pthread_create(&other, NULL, thread, (void *)&known);
        while (!known) usleep(1000);
        EXPECT("other thread", pthread_gettid_np(other), known);
    }
    FIND(pidfd_getpid, pid_t, int);
    if (pidfd_getpid) {
        int self = syscall(SYS_pidfd_open, getpid(), 0), plain = open("/dev/null", O_RDONLY);
        EXPECT("pidfd_getpid", pidfd_getpid(self), getpid());
        EXPECT("no pidfd", pidfd_getpid(plain), -1), EXPECT("error", errno, EBADF);
        EXPECT("negative", pidfd_getpid(-1), -1), EXPECT("error", errno, EBADF);
        EXPECT("closed", pidfd_getpid(987), -1), EXPECT("error", errno, EBADF);
        pid_t child = fork();
        if (!child) _exit(0);
        int dead = syscall(SYS_pidfd_open, child, 0);
        waitpid(child, NULL, 0);
        EXPECT("ended", pidfd_getpid(dead), -1), EXPECT("error", errno, ESRCH);
    }
    FIND(openat2, int, int, const char *, const void *, size_t);
    if (openat2) {
        uint64_t how[3] = {O_RDONLY, 0, 8};
        EXPECT("openat2", openat2(open("/", O_PATH | O_DIRECTORY), "../etc", how, sizeof how), -1), EXPECT("error", errno, EXDEV);
        how[2] = 0;
        EXPECT("openat2", openat2(AT_FDCWD, "/", how, sizeof how) >= 0, 1);
        EXPECT("size", openat2(AT_FDCWD, "/", how, 3), -1), EXPECT("error", errno, EINVAL);
    }
    FIND(pidfd_spawn, int, int *, const char *, const void *, const void *, char *const *, char *const *);
    FIND(pidfd_spawnp, int, int *, const char *, const void *, const void *, char *const *, char *const *);
    if (pidfd_spawn) {
        char *arguments[] = {"sh", "-c", "exit 9", NULL};
        int file = -1;
        siginfo_t information = {0};
        EXPECT("pidfd_spawn", pidfd_spawn(&file, "/bin/sh", NULL, NULL, arguments, environ), 0);
        EXPECT("waitid", waitid(3 /* P_PIDFD */, file, &information, WEXITED), 0);
        EXPECT("status", information.si_status, 9);
        EXPECT("pidfd_spawnp", pidfd_spawnp(&file, "sh", NULL, NULL, arguments, environ), 0);
        EXPECT("waitid", waitid(3, file, &information, WEXITED), 0);
        file = -7;
        EXPECT("absent", pidfd_spawn(&file, "/absent", NULL, NULL, arguments, environ), ENOENT);
        EXPECT("untouched", file, -7);
        EXPECT("no child", waitpid(-1, NULL, 0), -1);
    }
    FIND(cfsetobaud, int, void *, unsigned); FIND(cfsetibaud, int, void *, unsigned); FIND(cfgetobaud, unsigned, const void *);
    FIND(cfgetibaud, unsigned, const void *); FIND(cfsetbaud, int, void *, unsigned);
    if (cfsetobaud) {
        struct termios settings, again;
        int master = posix_openpt(O_RDWR | O_NOCTTY);
        grantpt(master), unlockpt(master);
        EXPECT("tcgetattr", tcgetattr(master, &settings), 0);
        EXPECT("first speed", cfgetobaud(&settings), 38400), EXPECT("of input", cfgetibaud(&settings), 38400);
        unsigned speeds[] = {9600, 115200, 12345, 4000000, 50};
        for (int i = 0; i < 5; i++) {
            EXPECT("cfsetbaud", cfsetbaud(&settings, speeds[i]), 0);
            EXPECT("tcsetattr", tcsetattr(master, TCSANOW, &settings), 0);
            EXPECT("tcgetattr", tcgetattr(master, &again), 0);
            EXPECT("output", cfgetobaud(&again), speeds[i]), EXPECT("input", cfgetibaud(&again), speeds[i]);
        }
        EXPECT("two speeds", cfsetobaud(&settings, 9600) + cfsetibaud(&settings, 300) + tcsetattr(master, TCSADRAIN, &settings), 0);
        tcgetattr(master, &again);
        EXPECT("output", cfgetobaud(&again), 9600), EXPECT("input", cfgetibaud(&again), 300);
        EXPECT("as output", cfsetibaud(&settings, 0) + tcsetattr(master, TCSAFLUSH, &settings) + tcgetattr(master, &again), 0);
        EXPECT("input", cfgetibaud(&again), 9600);
    }
    puts("checked");
    return 0;
}
