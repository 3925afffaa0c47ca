// What old headers put into programs in place of string functions, old system calls, and small names of old programs.
// flags: -fno-builtin
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>
#ifdef __x86_64__
#define OLD(name, result, ...) result old_##name(__VA_ARGS__); __asm__(".symver old_" #name "," #name "@GLIBC_2.2.5")
#endif
OLD(__strcspn_c1, size_t, const char *, int); OLD(__strcspn_c2, size_t, const char *, int, int); OLD(__strcspn_c3, size_t, const char *, int, int, int);
OLD(__strspn_c1, size_t, const char *, int); OLD(__strspn_c2, size_t, const char *, int, int); OLD(__strspn_c3, size_t, const char *, int, int, int);
OLD(__strpbrk_c2, char *, const char *, int, int); OLD(__strpbrk_c3, char *, const char *, int, int, int);
OLD(__strtok_r_1c, char *, char *, char, char **); OLD(__strsep_1c, char *, char **, char); OLD(__strsep_2c, char *, char **, char, char); OLD(__strsep_3c, char *, char **, char, char, char);
OLD(llseek, off_t, int, off_t, int); OLD(ustat, int, dev_t, void *); OLD(sysctl, int, int *, int, void *, size_t *, void *, size_t);
OLD(__secure_getenv, char *, const char *); OLD(uselib, int, const char *); OLD(nfsservctl, int, int, void *, void *);
OLD(getpmsg, int, int, void *, void *, int *, int *); OLD(fattach, int, int, const char *); OLD(sstk, void *, int);
int __libc_sa_len(unsigned short), _tolower(int), _toupper(int);

static const char *shown(const char *text) { return text ? text : "-"; }

int main(void)
{
    const char *texts[] = {"", "abc", "aabbcc", "x,y;z", "\xe9t\xe9", "ccc", "bca"};
    for (int i = 0; i < 7; i++) {
        const char *s = texts[i];
        printf("%zu %zu %zu %zu %zu %zu %zu %s %s %s\n", old___strcspn_c1(s, 'b'), old___strcspn_c2(s, 'c', ';'), old___strcspn_c3(s, 'y', 'z', 'c'), old___strspn_c1(s, 'a'),
               old___strspn_c2(s, 'a', 'b'), old___strspn_c3(s, 'a', 'b', 'c'), old___strcspn_c1(s, 0xe9), shown(old___strpbrk_c2(s, 'b', ',')), shown(old___strpbrk_c3(s, 'c', ';', 'q')), shown(old___strpbrk_c2(s, 't', 0xe9)));
        char copy[20], *rest, *word;
        strcpy(copy, s), rest = copy;
        for (word = old___strtok_r_1c(copy, 'b', &rest); word; word = old___strtok_r_1c(NULL, 'b', &rest)) printf("[%s]", word);
        strcpy(copy, s), rest = copy;
        while ((word = old___strsep_1c(&rest, 'b'))) printf("<%s>", word);
        strcpy(copy, s), rest = copy;
        while ((word = old___strsep_2c(&rest, ',', ';'))) printf("(%s)", word);
        strcpy(copy, s), rest = copy;
        while ((word = old___strsep_3c(&rest, 'a', 'b', 'c'))) printf("{%s}", word);
        puts("");
    }
    int file = open("f", O_RDWR | O_CREAT, 0600);
    write(file, "hello", 5);
    printf("llseek %ld %ld\n", (long)old_llseek(file, 2, SEEK_SET), (long)old_llseek(file, -1, SEEK_END));
    struct stat status;
    char room[64];
    stat("/proc", &status), errno = 0;
    printf("ustat %d", old_ustat(makedev(250, 250), room)), printf(" %d\n", errno);
    errno = 0, printf("%d", old_sysctl(NULL, 0, NULL, NULL, NULL, 0)), printf(" %d", errno);
    errno = 0, printf(" %d", old_uselib("x")), printf(" %d", errno), errno = 0, printf(" %d", old_nfsservctl(0, NULL, NULL)), printf(" %d", errno);
    errno = 0, printf(" %d", old_getpmsg(0, NULL, NULL, NULL, NULL)), printf(" %d", errno), errno = 0, printf(" %d", old_fattach(0, "x")), printf(" %d", errno);
    errno = 0, printf(" %d", old_sstk(1) == (void *)-1), printf(" %d\n", errno);
    setenv("SOME", "thing", 1), printf("%s %d\n", shown(old___secure_getenv("SOME")), old___secure_getenv("ABSENT") == NULL);
    for (int family = 0; family < 30; family++) printf("%d ", __libc_sa_len(family));
    printf("%c%c\n", _tolower('Q'), _toupper('q'));
    return 0;
}
