// <termios.h>: line speeds of any number. musl's tcgetattr and tcsetattr know only the kernel's older structure, which has the speeds as
// codes; the newer one (TCGETS2) has them as numbers too.
//
// A speed without a code has the code BOTHER, and its number stands in c_ospeed or c_ispeed. Source: tcgetattr(3), TCGETS2(2const), and
// the GNU C Library manual, "Line Speed", for the functions that take numbers.
#include "../old/old-version.h"
#include "glibc-compat/loader-interface.h"
#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>

enum { ANY = 010000, CODES = 010017, INPUT_SHIFT = 16 };

/// The kernel's struct termios2.
struct kernel_termios {
    tcflag_t flags[4];
    cc_t line, characters[19];
    speed_t in, out;
};

#if defined __x86_64__
enum { GET_SPEEDS = 0x802c542a, SET_SPEEDS = 0x402c542b };
#else
#error "say what this architecture's TCGETS2 and TCSETS2 are"
#endif

static const struct { speed_t code, baud; } speeds[] = {
    {0, 0}, {1, 50}, {2, 75}, {3, 110}, {4, 134}, {5, 150}, {6, 200}, {7, 300}, {8, 600}, {9, 1200}, {10, 1800}, {11, 2400}, {12, 4800},
    {13, 9600}, {14, 19200}, {15, 38400}, {010001, 57600}, {010002, 115200}, {010003, 230400}, {010004, 460800}, {010005, 500000},
    {010006, 576000}, {010007, 921600}, {010010, 1000000}, {010011, 1152000}, {010012, 1500000}, {010013, 2000000}, {010014, 2500000},
    {010015, 3000000}, {010016, 3500000}, {010017, 4000000},
};

static speed_t code_of(speed_t baud)
{
    for (size_t i = 0; i < sizeof speeds / sizeof *speeds; i++)
        if (speeds[i].baud == baud) return speeds[i].code;
    return ANY;
}

/// The number of a code; `other` for BOTHER.
static speed_t baud_of(speed_t code, speed_t other)
{
    for (size_t i = 0; i < sizeof speeds / sizeof *speeds; i++)
        if (speeds[i].code == code) return speeds[i].baud;
    return other;
}

// Where c_iflag has it the input speed is 0, which c_cflag cannot say: glibc's IBAUD0.
enum { INPUT_ZERO = (int)020000000000 };

static int is_speed(speed_t speed)
{
    if (speed & ~(speed_t)CODES || (speed & ANY && speed == ANY)) {
        errno = EINVAL;
        return 0;
    }
    return 1;
}

// Asked for at 2.2.5, and by programs that musl's own loader started (which binds by name), speeds are codes.
static int codes_are_meant(void) { return !&__glibc_compat_loader; }

/// The speeds as codes. Source: cfgetospeed(3).
OLD_VERSION("cfgetospeed@GLIBC_2.2.5") speed_t glibc_compat_cfgetospeed_2_2_5(const struct termios *settings)
{
    return settings->c_cflag & CODES;
}
OLD_VERSION("cfgetispeed@GLIBC_2.2.5") speed_t glibc_compat_cfgetispeed_2_2_5(const struct termios *settings)
{
    return settings->c_iflag & (tcflag_t)INPUT_ZERO ? 0 : settings->c_cflag & CODES;
}

/// EINVAL for what is no code. An input speed of 0 is the output speed. Source: cfsetospeed(3).
OLD_VERSION("cfsetospeed@GLIBC_2.2.5") int glibc_compat_cfsetospeed_2_2_5(struct termios *settings, speed_t speed)
{
    if (!is_speed(speed)) return -1;
    settings->__c_ospeed = baud_of(speed, 0);
    settings->c_cflag = (settings->c_cflag & ~(tcflag_t)CODES) | speed;
    return 0;
}
OLD_VERSION("cfsetispeed@GLIBC_2.2.5") int glibc_compat_cfsetispeed_2_2_5(struct termios *settings, speed_t speed)
{
    if (!is_speed(speed)) return -1;
    settings->__c_ispeed = baud_of(speed, 0);
    if (!speed) {
        settings->c_iflag |= (tcflag_t)INPUT_ZERO;
        return 0;
    }
    settings->c_iflag &= ~(tcflag_t)INPUT_ZERO;
    settings->c_cflag = (settings->c_cflag & ~(tcflag_t)CODES) | speed;
    return 0;
}

/// Both speeds, as a code or as the number that has one; EINVAL for other numbers. Source: cfsetspeed(3).
OLD_VERSION("cfsetspeed@GLIBC_2.2.5") int glibc_compat_cfsetspeed_2_2_5(struct termios *settings, speed_t speed)
{
    speed_t code = code_of(speed);
    if (code == ANY) {
        if (baud_of(speed, ANY) == ANY) {
            errno = EINVAL;
            return -1;
        }
        code = speed;
    }
    glibc_compat_cfsetispeed_2_2_5(settings, code);
    glibc_compat_cfsetospeed_2_2_5(settings, code);
    return 0;
}

/// A terminal's settings, with the speeds as numbers in c_ispeed and c_ospeed. Source: tcgetattr(3).
int tcgetattr(int file, struct termios *settings)
{
    struct kernel_termios now;
    if (ioctl(file, GET_SPEEDS, &now) < 0) return -1;
    memset(settings, 0, sizeof *settings);
    memcpy(settings, now.flags, sizeof now.flags);
    settings->c_line = now.line;
    memcpy(settings->c_cc, now.characters, sizeof now.characters);
    settings->__c_ispeed = now.in ? now.in : now.out;
    settings->__c_ospeed = now.out;
    return 0;
}

/// Changes a terminal's settings now (TCSANOW), after output (TCSADRAIN), or after output and without pending input (TCSAFLUSH).
/// EINVAL for another `when`. The speeds are those of c_cflag; where that says BOTHER, the numbers. Source: tcsetattr(3).
int tcsetattr(int file, int when, const struct termios *settings)
{
    if (when < TCSANOW || when > TCSAFLUSH) {
        errno = EINVAL;
        return -1;
    }
    struct kernel_termios wanted;
    memcpy(wanted.flags, settings, sizeof wanted.flags);
    wanted.flags[0] &= ~(tcflag_t)INPUT_ZERO;
    wanted.line = settings->c_line;
    memcpy(wanted.characters, settings->c_cc, sizeof wanted.characters);
    speed_t input = settings->c_cflag >> INPUT_SHIFT & CODES;
    wanted.out = baud_of(settings->c_cflag & CODES, settings->__c_ospeed);
    wanted.in = input ? baud_of(input, settings->__c_ispeed) : wanted.out;
    return ioctl(file, SET_SPEEDS + when, &wanted);
}

/// The speed of output and of input as numbers. Source: the GNU C Library manual, "Line Speed".
speed_t cfgetobaud(const struct termios *settings) { return settings->__c_ospeed; }
speed_t cfgetibaud(const struct termios *settings) { return settings->__c_ispeed; }

/// Any number is a speed.
int cfsetobaud(struct termios *settings, speed_t baud)
{
    // Without a code of its own the input would follow.
    if (!(settings->c_cflag >> INPUT_SHIFT & CODES) && settings->__c_ispeed)
        settings->c_cflag |= code_of(settings->__c_ispeed) << INPUT_SHIFT;
    settings->__c_ospeed = baud;
    settings->c_cflag = (settings->c_cflag & ~(tcflag_t)CODES) | code_of(baud);
    return 0;
}

/// 0 means: as output.
int cfsetibaud(struct termios *settings, speed_t baud)
{
    settings->__c_ispeed = baud;
    settings->c_cflag = (settings->c_cflag & ~((tcflag_t)CODES << INPUT_SHIFT)) | code_of(baud) << INPUT_SHIFT;
    return 0;
}

int cfsetbaud(struct termios *settings, speed_t baud)
{
    cfsetibaud(settings, baud);
    return cfsetobaud(settings, baud);
}

/// The same: since 2.42 a speed_t is a number. Source: the GNU C Library manual, "Line Speed".
speed_t cfgetospeed(const struct termios *settings)
{
    return codes_are_meant() ? glibc_compat_cfgetospeed_2_2_5(settings) : cfgetobaud(settings);
}
speed_t cfgetispeed(const struct termios *settings)
{
    return codes_are_meant() ? glibc_compat_cfgetispeed_2_2_5(settings) : cfgetibaud(settings);
}
int cfsetospeed(struct termios *settings, speed_t speed)
{
    return codes_are_meant() ? glibc_compat_cfsetospeed_2_2_5(settings, speed) : cfsetobaud(settings, speed);
}
int cfsetispeed(struct termios *settings, speed_t speed)
{
    return codes_are_meant() ? glibc_compat_cfsetispeed_2_2_5(settings, speed) : cfsetibaud(settings, speed);
}
int cfsetspeed(struct termios *settings, speed_t speed)
{
    return codes_are_meant() ? glibc_compat_cfsetspeed_2_2_5(settings, speed) : cfsetbaud(settings, speed);
}
