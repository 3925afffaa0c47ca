// Encodings of one byte a character, by several of their names: every byte read, and some characters written with each suffix.
#include <errno.h>
#include <iconv.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static const char *const names[] = {
    "L1", "ISO_8859-1:1987", "CP852", "437", "CP737", "CP775", "IBM855", "IBM857", "CP861", "IBM862", "IBM864", "CP865", "869", "CP874",
    "KOI8-T", "KOI8-RU", "ARMSCII-8", "GEORGIAN-PS", "PT154", "HP-ROMAN8", "MACINTOSH", "MAC-CYRILLIC", "IBM037", "EBCDIC-US", "IBM1047",
    "CSASCII", "RK1048", "CWI", "NATS-DANO", "MS-ANSI", "viscii", "DEC-MCS", "ISO646-DE", "cp1140", "NOSUCH", "L", "1",
};

static void convert(const char *to, const char *from, const char *text, size_t size)
{
    errno = 0;
    iconv_t descriptor = iconv_open(to, from);
    if (descriptor == (iconv_t)-1) {
        printf("%s: %d\n", to, errno);
        return;
    }
    char input[64], result[256], *in = input, *out = result;
    memcpy(input, text, size);
    size_t in_left = size, out_left = sizeof result;
    size_t count = iconv(descriptor, &in, &in_left, &out, &out_left);
    printf("%s %s: %zd %d %zu ", to, from, count, count == (size_t)-1 ? errno : 0, in_left);
    for (char *at = result; at < out; at++) printf("%02x", (unsigned char)*at);
    puts("");
    iconv_close(descriptor);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const char text[] = "h\xc3\xa9llo \xe2\x82\xac \xd0\x96 \xe2\x80\x9cq\xe2\x80\x9d x";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *suffixes[] = { "", "//TRANSLIT", "//IGNORE" };
        for (int j = 0; j < 3; j++) {
            char name[64];
            sprintf(name, "%s%s", names[i], suffixes[j]);
            convert(name, "UTF-8", text, strlen(text));
        }
        for (int byte = 0; byte < 256; byte += 4) {
            char four[] = { byte, byte + 1, byte + 2, byte + 3 };
            convert("UTF-8", names[i], four, 4);
        }
        convert(names[i], names[i], "\x41\xc1\x6a", 3);
    }
    return 0;
}
