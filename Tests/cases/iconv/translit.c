// What //TRANSLIT writes in ASCII for every character of the first three planes, in C.UTF-8 and in the C locale, and how many it counts.
#include <iconv.h>
#include <locale.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static void all(const char *locale)
{
    setlocale(LC_ALL, locale);
    iconv_t descriptor = iconv_open("ASCII//TRANSLIT", "WCHAR_T");
    for (int code = 0x80; code < 0x30000; code++) {
        wchar_t wide = code;
        char *in = (char *)&wide, text[64], *out = text;
        size_t in_left = sizeof wide, out_left = sizeof text - 1;
        if (code >= 0xd800 && code < 0xe000) continue;
        size_t changed = iconv(descriptor, &in, &in_left, &out, &out_left);
        *out = 0;
        if (changed != 1 || strcmp(text, "?")) printf("%s %x: %zd [%s]\n", locale, code, changed, text);
    }
    iconv_close(descriptor);
}

int main(void)
{
    all("C.UTF-8");
    all("C");
    setlocale(LC_ALL, "C.UTF-8");
    iconv_t descriptor = iconv_open("ISO-8859-15//TRANSLIT", "UTF-8");
    char text[] = "h\xc3\xa9llo \xe2\x82\xac \xc5\x81\xc3\xb3" "d\xc5\xba \xe2\x80\x9cq\xe2\x80\x9d", result[64], *in = text, *out = result;
    size_t in_left = strlen(text), out_left = sizeof result;
    printf("%zd ", iconv(descriptor, &in, &in_left, &out, &out_left));
    for (char *at = result; at < out; at++) printf("%02x", (unsigned char)*at);
    // No room for all of a replacement: nothing of it is written.
    char euro[] = "\xe2\x82\xac";
    descriptor = iconv_open("ASCII//TRANSLIT", "UTF-8");
    in = euro, in_left = 3, out = result, out_left = 2;
    printf(" %zd %zu %zu\n", iconv(descriptor, &in, &in_left, &out, &out_left), in_left, out_left);
    return 0;
}
