// a look-up into a buffer that is too small says so by its result, errno and the error number alike, and a larger one has room
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <sys/socket.h>

static int look_up(int way, size_t size)
{
    struct hostent entry, *found;
    char buffer[1000];
    int code, error = 33;
    errno = 77;
    switch (way) {
    case 0: code = gethostbyname_r("localhost", &entry, buffer, size, &found, &error); break;
    case 1: code = gethostbyname2_r("localhost", AF_INET, &entry, buffer, size, &found, &error); break;
    case 2: code = gethostbyname_r("127.0.0.1", &entry, buffer, size, &found, &error); break;
    default: code = gethostbyname_r("a b", &entry, buffer, size, &found, &error); break;
    }
    int number = errno;
    printf("%d %zu: %d %d %d", way, size, code, number, code == ERANGE ? error : 0);
    if (way < 3)
        printf(" %s", found ? found->h_name : "none");
    puts("");
    return code;
}

int main(void)
{
    for (int way = 0; way < 4; way++) {
        if (way < 3)
            look_up(way, 4);
        look_up(way, 1000);
    }
}
