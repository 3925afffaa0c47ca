// Terminal settings go in and come back; speeds by code; errors.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static void show(const char *title, const struct termios *s)
{
    printf("%s: %o %o %o %o line %d speeds %o %o characters", title, s->c_iflag, s->c_oflag, s->c_cflag, s->c_lflag, s->c_line, cfgetospeed(s), cfgetispeed(s));
    for (int i = 0; i < 19; i++)
        printf(" %d", s->c_cc[i]);
    puts("");
}

int main(void)
{
    struct termios settings, again;
    int terminal = posix_openpt(O_RDWR | O_NOCTTY), file = open("/dev/null", O_RDWR);
    grantpt(terminal), unlockpt(terminal);
    int slave = open(ptsname(terminal), O_RDWR | O_NOCTTY);
    printf("%d\n", tcgetattr(slave, &settings)), show("first", &settings);
    speed_t speeds[] = {B50, B300, B9600, B38400, B57600, B4000000, B0};
    for (int i = 0; i < 7; i++) {
        tcgetattr(slave, &settings);
        printf("%d ", cfsetospeed(&settings, speeds[i]));
        printf("%d ", cfsetispeed(&settings, speeds[i]));
        int set = tcsetattr(slave, TCSANOW, &settings);
        printf("%d %d\n", set, tcgetattr(slave, &again)), show("speed", &again);
        cfsetospeed(&settings, B9600), tcsetattr(slave, TCSANOW, &settings);
    }
    cfmakeraw(&settings), settings.c_cc[VMIN] = 7;
    printf("%d\n", tcsetattr(slave, TCSAFLUSH, &settings));
    memset(&again, 0x55, sizeof again);
    tcgetattr(slave, &again), show("raw", &again);
    printf("when %d", tcsetattr(slave, 3, &settings)), printf(" %d", errno);
    printf(" negative %d", tcsetattr(slave, -1, &settings)), printf(" %d", errno);
    printf(" no terminal %d", tcgetattr(file, &settings)), printf(" %d", errno);
    printf(" %d", tcsetattr(file, TCSANOW, &settings)), printf(" %d", errno);
    printf(" closed %d", tcgetattr(99, &settings)), printf(" %d\n", errno);
    printf("isatty %d %d\n", isatty(slave), isatty(file));
    return 0;
}
