// the forms of Unicode, Latin-1 and ASCII: damaged text, marks of the byte order, little room, //IGNORE, and what is left after a reset
#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>
static const char *const names[] = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE", "UCS-2", "UNICODEBIG", "UNICODE", "UCS-4", "UCS-4LE", "WCHAR_T", "ISO-8859-1", "ASCII", "KOI8-R", "EUC-KR", "IBM930", "ISO-2022-KR", "CP1255"};
enum { NAMES = sizeof names / sizeof *names };
static unsigned state = 1;
static unsigned draw(unsigned limit) { state = state * 1664525u + 1013904223u; return (state >> 8) % limit; }
static unsigned long sum;
static void add(const void *bytes, size_t size)
{
    for (const unsigned char *at = bytes; size--; at++) sum = (sum ^ *at) * 1099511628211ul;
}
static void convert(iconv_t c, const char *text, size_t size, unsigned steps)
{
    char out[800], *in = (char *)text, *to = out;
    size_t left = size, room = 0;
    int resets = 1 + steps % 2;
    for (int turn = 0; turn < 60; turn++) {
        // Never more than the eighth step asks for.
        room += turn < 8 ? (steps >> turn * 4) & 15 : 40;
        if (to + room > out + sizeof out) break;
        errno = 0;
        long counts[3] = {iconv(c, &in, &left, &to, &room), errno, left};
        if (counts[0] != -1) counts[1] = 0;
        add(counts, sizeof counts);
        if (counts[1] != E2BIG && turn > 8) break;
        if (counts[1] == EILSEQ && left) in++, left--;
    }
    add(out, to - out);
    room = 16;
    to = out;
    if (resets != 0) {
        long result = resets == 1 ? iconv(c, NULL, NULL, NULL, NULL) : iconv(c, NULL, NULL, &to, &room);
        add(&result, sizeof result);
        add(out, to - out);
        }
}
static const unsigned interesting[] = {'a', 'z', 0x7f, 0x80, 0xe9, 0xff, 0x100, 0x7ff, 0x800, 0x20ac, 0xd7ff, 0xd800, 0xdc00, 0xdfff, 0xe000, 0xfeff, 0xfffe, 0xfffd, 0xffff, 0x10000, 0x1f600, 0x10ffff, 0x110000, 0x1fffff, 0x200000, 0x3ffffff, 0x4000000, 0x7fffffff, 0x80000000, 0xffffffff, 0xe0041, 0x5d0, 0x5b0, 0x3042, 0x430};
int main(void)
{
    for (int a = 0; a < NAMES; a++)
        for (int b = 0; b < NAMES; b++)
            for (int ignores = 0; ignores < 2; ignores++) {
                char target[40];
                sprintf(target, "%s%s", names[b], ignores ? "//IGNORE" : "");
                iconv_t c = iconv_open(target, names[a]), make = iconv_open(names[a], "WCHAR_T");
                if (c == (iconv_t)-1) { printf("%s to %s: refused\n", names[a], target); continue; }
                sum = 0; state = 1 + a + b * 100;
                for (int turn = 0; turn < 150; turn++) {
                    char text[300], *to = text;
                    size_t room = 200;
                    unsigned count = 1 + draw(8);
                    while (count--) {
                        unsigned code = draw(3) ? 'a' + draw(20) : interesting[draw(sizeof interesting / sizeof *interesting)];
                        char *in = (char *)&code;
                        size_t left = 4;
                        if (draw(12) || a == 17) iconv(make, &in, &left, &to, &room);
                        else { unsigned n = 1 + draw(4); memcpy(to, &code, n), to += n, room -= 4; }
                    }
                    if (a != 17 && !draw(4)) to -= draw(3);
                    if (to < text) to = text;
                    unsigned steps = draw(2) ? draw(1 << 23) : 0xffffffff;
                                    convert(c, text, to - text, steps);
                                iconv(make, NULL, NULL, NULL, NULL);
                }
                iconv_close(c);
                iconv_close(make);
                printf("%s to %s %lx\n", names[a], target, sum);
            }
    return 0;
}
