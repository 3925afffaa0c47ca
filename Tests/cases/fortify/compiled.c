// A program compiled with _FORTIFY_SOURCE=2 does its ordinary work: no check fails where nothing overflows.
// flags: -O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>
#include <wchar.h>

int main(int count, char **arguments)
{
    char text[32], path[PATH_MAX], *end = text;
    wchar_t wide[16];
    snprintf(text, sizeof text, "%s-%d", count > 5 ? arguments[1] : "one", count);
    strncat(text, "-two-and-more", sizeof text - strlen(text) - 1);
    puts(text);
    end = stpcpy(text, count > 5 ? arguments[1] : "stpcpy");
    memcpy(end, "!!", 3);
    printf("%s %td\n", text, end - text);
    memset(text, 'x', (size_t)count * 4);
    text[count * 4] = 0;
    puts(text);
    printf("%s\n", realpath("/proc/..", path));
    int file = open("/dev/zero", O_RDONLY);
    printf("%zd\n", read(file, text, (size_t)count * 8));
    struct pollfd polled[1] = {{.fd = file, .events = POLLIN}};
    printf("%d\n", poll(polled, (nfds_t)count, 0));
    fd_set set;
    FD_ZERO(&set);
    FD_SET(file, &set);
    printf("%d\n", FD_ISSET(file, &set) != 0);
    printf("%zu %ls\n", mbstowcs(wide, "wide", (size_t)count * 8), wide);
    char *made;
    printf("%d ", asprintf(&made, "%*d", 5, count));
    puts(made);
    return 0;
}
