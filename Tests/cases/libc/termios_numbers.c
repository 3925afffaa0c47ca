// Since 2.42 the speeds of a terminal are numbers; on a glibc that lacks the version there is nothing to check
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

typedef speed_t getter(const struct termios *);
typedef int setter(struct termios *, speed_t);
static getter *get_out, *get_in;
static setter *set_out, *set_in, *set_both;

static void expect(const char *title, const struct termios *s, unsigned code, unsigned out, unsigned in)
{
    unsigned codes = s->c_cflag & (010017u << 16 | 010017);
    if (get_out(s) != out || get_in(s) != in || (code != -1u && codes != code))
        printf("%s: %u and %u, %o\n", title, get_out(s), get_in(s), codes);
}

int main(void)
{
    get_out = dlvsym(RTLD_DEFAULT, "cfgetospeed", "GLIBC_2.42"), get_in = dlvsym(RTLD_DEFAULT, "cfgetispeed",
        "GLIBC_2.42");
    set_out = dlvsym(RTLD_DEFAULT, "cfsetospeed", "GLIBC_2.42"), set_in = dlvsym(RTLD_DEFAULT, "cfsetispeed",
        "GLIBC_2.42");
    set_both = dlvsym(RTLD_DEFAULT, "cfsetspeed", "GLIBC_2.42");
    if (!get_out && !get_in && !set_out && !set_in && !set_both)
        return 0;
    struct termios s = {0}, again;
    expect("nothing", &s, 0, 0, 0);
    if (set_out(&s, 9600)) puts("9600");
    expect("9600", &s, B9600, 9600, 0);
    if (set_in(&s, 115200)) puts("115200");
    expect("115200", &s, 010002 << 16 | B9600, 9600, 115200);
    if (set_out(&s, 12345)) puts("12345");
    expect("12345", &s, 010002 << 16 | 010000, 12345, 115200);
    if (set_in(&s, 13)) puts("13");
    expect("13", &s, 010000 << 16 | 010000, 12345, 13);
    if (set_in(&s, 0)) puts("0");
    expect("0", &s, 010000, 12345, 0);
    if (set_both(&s, 4000000)) puts("4000000");
    expect("4000000", &s, 010017 << 16 | 010017, 4000000, 4000000);
    if (set_both(&s, 777)) puts("777");
    expect("777", &s, 010000 << 16 | 010000, 777, 777);
    // Codes and numbers side by side, as libraries of both kinds would use one structure.
    if (cfsetospeed(&s, B19200)) puts("B19200");
    expect("code", &s, -1u, 19200, 777);
    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    grantpt(terminal), unlockpt(terminal);
    int slave = open(ptsname(terminal), O_RDWR | O_NOCTTY);
    tcgetattr(slave, &s), expect("first", &s, -1u, 38400, 38400);
    set_both(&s, 31250), tcsetattr(slave, TCSANOW, &s), tcgetattr(slave, &again), expect("both set", &again, -1u,
        31250, 31250);
    set_out(&again, 1200), tcsetattr(slave, TCSANOW, &again), tcgetattr(slave, &s), expect("output set", &s, -1u,
        1200, 31250);
    set_in(&s, 50), tcsetattr(slave, TCSANOW, &s), tcgetattr(slave, &again), expect("input set", &again, -1u, 1200, 50);
    set_in(&again, 0), tcsetattr(slave, TCSANOW, &again), tcgetattr(slave, &s), expect("input as output", &s, -1u,
        1200, 1200);
    return 0;
}
