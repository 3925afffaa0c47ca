// File systems, terminals, network groups and UTF-8 characters: what programs ask of them and get.
// flags: -Wno-deprecated
#include <errno.h>
#include <fstab.h>
#include <locale.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <ttyent.h>
#include <uchar.h>
#include <unistd.h>
#include <wchar.h>
extern size_t mbrtoc8(unsigned char *, const char *, size_t, mbstate_t *), c8rtomb(char *, unsigned char, mbstate_t *);
extern int profil(unsigned short *, size_t, size_t, unsigned);

int main(void)
{
    printf("%d\n", getfsfile("/no/such/mount/point") == NULL);
    printf("%d\n", getfsspec("/dev/no-such-device") == NULL);
    endfsent();
    printf("%d %d\n", setttyent(), getttyent() == NULL);
    printf("%d %d\n", endttyent(), getttynam("console") == NULL);
    printf("%d\n", ttyslot());
    char *host, *user, *domain;
    printf("%d %d\n", innetgr("group", "host", "user", "domain"), setnetgrent("group"));
    printf("%d\n", getnetgrent(&host, &user, &domain));
    endnetgrent();
    static unsigned short counters[4096];
    printf("%d", profil(counters, sizeof counters, (size_t)main & ~0xffful, 65536));
    printf(" %d\n", profil(NULL, 0, 0, 0));

    setlocale(LC_ALL, "C.UTF-8");
    static const char *const texts[] = {"a", "é", "€", "😀", ""};
    for (int i = 0; i < 5; i++) {
        mbstate_t state;
        memset(&state, 0, sizeof state);
        unsigned char byte = 0;
        size_t result = mbrtoc8(&byte, texts[i], strlen(texts[i]) + 1, &state);
        printf("%zd %02x", (ssize_t)result, byte);
        while (!mbsinit(&state)) {
            result = mbrtoc8(&byte, "", 1, &state);
            printf(", %zd %02x", (ssize_t)result, byte);
        }
        puts("");
        memset(&state, 0, sizeof state);
        char out[16];
        for (size_t j = 0; j <= strlen(texts[i]); j++)
            printf(" %zd", (ssize_t)c8rtomb(out, (unsigned char)texts[i][j], &state));
        puts("");
    }
    mbstate_t state;
    memset(&state, 0, sizeof state);
    char out[16];
    printf("%zd", (ssize_t)c8rtomb(out, 0xff, &state));
    printf(" %d\n", errno);
    return 0;
}
