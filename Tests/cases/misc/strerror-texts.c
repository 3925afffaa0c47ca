// every error number has glibc's text, name and description; unknown ones are worded alike
#include <errno.h>
#include <stdio.h>
#include <string.h>
int __xpg_strerror_r(int, char *, size_t);
int main(void)
{
    char buffer[64];
    for (int i = -3; i < 140; i++) {
        const char *n = strerrorname_np(i), *d = strerrordesc_np(i);
        printf("%d %s | %s | %s\n", i, strerror(i), n ? n : "-", d ? d : "-");
    }
    errno = 77;
    printf("%s %d\n", strerror(9999), errno);
    for (size_t size = 0; size < 12; size++) {
        memset(buffer, '#', sizeof buffer);
        buffer[63] = 0;
        int r = __xpg_strerror_r(ENOENT, buffer, size);
        printf("%zu %d %.12s\n", size, r, buffer);
    }
    memset(buffer, '#', sizeof buffer);
    printf("%d ", __xpg_strerror_r(1234, buffer, sizeof buffer));
    printf("%s\n", buffer);
    printf("%s %s\n", strerror_r(2, buffer, 3), strerror_r(500, buffer, 10));
    return 0;
}
