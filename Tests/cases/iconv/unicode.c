// conversions among the Unicode forms, Latin-1 and ASCII: good text, damaged text, text cut off and little room
#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>
static const char *const names[] = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UCS-4LE", "ISO-8859-1", "ASCII", "UTF-16", "utf8"};
enum { NAMES = sizeof names / sizeof *names };
static unsigned state = 1;
static unsigned draw(unsigned limit) { state = state * 1664525u + 1013904223u; return (state >> 8) % limit; }
static unsigned long convert(iconv_t c, const char *in, size_t size, size_t room, char *out, size_t *made)
{
    char *from = (char *)in, *to = out;
    size_t left = size;
    iconv(c, NULL, NULL, NULL, NULL);
    errno = 0;
    size_t result = iconv(c, &from, &left, &to, &room);
    unsigned long sum = result + 31 * (result == (size_t)-1 ? errno : 0) + 1009 * left;
    *made = to - out;
    for (char *at = out; at < to; at++)
        sum = (sum ^ (unsigned char)*at) * 1099511628211ul;
    return sum;
}
int main(void)
{
    static const unsigned interesting[] = {'a', 'z', 0x7f, 0x80, 0xe9, 0xff, 0x100, 0x7ff, 0x800, 0x20ac, 0xd7ff, 0xe000, 0xfeff, 0xfffd, 0xffff, 0x10000, 0x1f600, 0x10ffff};
    for (int a = 0; a < NAMES; a++)
        for (int b = 0; b < NAMES; b++) {
            if (a == 8 && b == 8)
                continue;
            iconv_t c = iconv_open(names[b], names[a]), make = iconv_open(names[a], "UTF-32LE");
            unsigned long sum = 0;
            for (int turn = 0; turn < 300; turn++) {
                unsigned text[40], count = 1 + draw(40);
                char in[400], out[400];
                size_t size, made;
                for (unsigned i = 0; i < count; i++)
                    text[i] = draw(3) ? 'a' + draw(20) : interesting[draw(a >= 6 && a < 8 ? (a == 6 ? 6 : 3) : turn % 2 ? 10 : sizeof interesting / sizeof *interesting)];
                convert(make, (char *)text, count * 4, sizeof in, in, &size);
                sum = sum * 31 + convert(c, in, size, turn % 3 || b == 6 || b == 7 ? sizeof out : draw(60), out, &made);
            }
            iconv_close(c);
            iconv_close(make);
            printf("%s to %s %lx\n", names[a], names[b], sum);
        }
    // Damage: one line each.
    static const char *const bad[] = {"a\300\200b", "a\340\200\200b", "a\355\240\200b", "a\360\200\200\200b", "a\365b", "a\303", "a\342\202", "a\360\237\230", "a\377", "ab\200a"};
    for (unsigned i = 0; i < sizeof bad / sizeof *bad; i++)
        for (int b = 0; b < NAMES; b++) {
            iconv_t c = iconv_open(names[b], "UTF-8");
            char out[100];
            size_t made;
            printf("%u %s %lx\n", i, names[b], convert(c, bad[i], strlen(bad[i]), sizeof out, out, &made));
            iconv_close(c);
        }
    static const char surrogates[] = "a\0\0\330b\0", low[] = "\0\334a\0", half[] = "a\0\0\330";
    iconv_t c = iconv_open("UTF-8", "UTF-16LE");
    char out[100];
    size_t made;
    printf("%lx ", convert(c, surrogates, 6, 100, out, &made)); printf("%lx ", convert(c, low, 4, 100, out, &made)); printf("%lx\n", convert(c, half, 4, 100, out, &made));
    return 0;
}
