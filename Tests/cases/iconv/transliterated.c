// what //TRANSLIT writes for every character where the target has more than ASCII, in C.UTF-8 and in the C locale
#include <iconv.h>
#include <locale.h>
#include <stddef.h>
#include <stdio.h>

static const char *const names[] = {"ISO-8859-1", "ISO-8859-2", "ISO-8859-7", "KOI8-R", "CP1252", "GB2312", "EUC-KR", "SJIS", "CP1255", "UTF-16", "EUC-JP"};

int main(void)
{
    for (int utf8 = 0; utf8 < 2; utf8++) {
        setlocale(LC_ALL, utf8 ? "C.UTF-8" : "C");
        for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
            char target[40];
            sprintf(target, "%s//TRANSLIT", names[i]);
            iconv_t descriptor = iconv_open(target, "WCHAR_T");
            unsigned long sum = 0;
            for (wchar_t code = 0x80; code < 0x110000; code += code < 0x30000 ? 1 : 253) {
                char *in = (char *)&code, text[64], *out = text;
                size_t left = sizeof code, room = 40;
                iconv(descriptor, NULL, NULL, NULL, NULL);
                sum = (sum ^ iconv(descriptor, &in, &left, &out, &room)) * 1099511628211ul;
                iconv(descriptor, NULL, NULL, &out, &room);
                for (char *at = text; at < out; at++) sum = (sum ^ (unsigned char)*at) * 1099511628211ul;
                if (code % 0x100 == 0xff) printf("%d %s %x: %lx\n", utf8, names[i], code, sum);
            }
            printf("%d %s: %lx\n", utf8, names[i], sum);
            iconv_close(descriptor);
        }
    }
    return 0;
}
