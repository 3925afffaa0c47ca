// a conversion that is opened again starts anew, whatever the one before was left with; two of the same pair are independent
#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>

static void convert(iconv_t c, const char *from, size_t count)
{
    char out[200], *in = (char *)from, *at = out;
    size_t left = count, room = sizeof out;
    errno = 0;
    size_t result = iconv(c, &in, &left, &at, &room);
    printf("%zd %d %zu:", result, result == (size_t)-1 ? errno : 0, left);
    for (char *p = out; p < at; p++)
        printf(" %02x", (unsigned char)*p);
    puts("");
}

int main(void)
{
    static const char *const pairs[][2] = {
        {"UTF-8", "ISO-8859-1"}, {"UTF-16", "UTF-8"}, {"UTF-8", "UTF-16"}, {"ASCII//TRANSLIT", "UTF-8"}, {"ASCII", "UTF-8"}, {"ASCII//IGNORE", "UTF-8"}, {"UTF-32LE", "UTF-8"},
        {"", "UTF-8"}, {"UTF-8//", "latin1"}, {"UTF-8", "utf8"},
    };
    for (int round = 0; round < 3; round++)
        for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
            for (int again = 0; again < 3; again++) {
                iconv_t c = iconv_open(pairs[i][0], pairs[i][1]);
                printf("%s %s %d\n", pairs[i][0], pairs[i][1], c != (iconv_t)-1);
                if (c == (iconv_t)-1)
                    continue;
                if (i == 2) {
                    convert(c, "\376\377\0a\0b", again == 1 ? 3 : 6);
                    convert(c, "\0c\0d", 4);
                }
                convert(c, "ab", 2);
                convert(c, "caf\303\251 \342\202\254", 9);
                convert(c, "caf\303", 4);
                iconv_t other = iconv_open(pairs[i][0], pairs[i][1]);
                convert(other, "caf\303\251 ab", 8);
                convert(c, "x\0y\0", 4);
                printf("%d %d\n", iconv_close(again ? c : other), iconv_close(again ? other : c));
            }
    printf("%d\n", iconv_open("UTF-8", "NO-SUCH") == (iconv_t)-1);
    return 0;
}
