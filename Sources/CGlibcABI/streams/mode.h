// The mode of fopen and its kin, as glibc reads it: six letters behind the first count, and `,ccs=` behind the last of them that says how
// the file is opened. Source: fopen(3).
#pragma once
#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { ENCODING_NAME = 64 };

struct mode {
    char plain[8];                         // what is left for musl, which looks at every letter
    bool has_encoding;
    bool is_no_point;                      // the letter `c`: neither opening the file nor the stream is a cancellation point
    char encoding[ENCODING_NAME];          // "" for what cannot be a name
};

// The name ends at a comma or a third slash, and slashes at its end say nothing; what stands behind a second one is no part of any name.
static inline void read_encoding(struct mode *mode, const char *name)
{
    size_t length = strcspn(name, ","), slashes = 0, second = length;
    for (size_t i = 0; i < length; i++) {
        if (name[i] != '/')
            continue;
        if (++slashes == 2)
            second = i;
        else if (slashes == 3)
            length = i;
    }
    mode->has_encoding = true;
    mode->encoding[0] = 0;
    if (second < length && strspn(name + second, "/ \t\n\v\f\r") < length - second)
        return;
    if (second < length)
        length = second;
    while (length && name[length - 1] == '/')
        length--;
    if (length >= ENCODING_NAME || length == 0 || name[0] == '/')
        return;
    memcpy(mode->encoding, name, length);
    mode->encoding[length] = 0;
}

static inline struct mode read_mode(const char *text)
{
    struct mode mode = { .plain = { text[0] } };
    size_t count = 1, last = 0;
    for (size_t i = 1; i <= 6 && text[0] && text[i]; i++) {
        char c = text[i];
        if (c == '+' || c == 'x' || c == 'b')
            last = i;
        if (c == 'c')
            mode.is_no_point = true;
        if (c == '+' || c == 'x' || c == 'e')
            mode.plain[count++] = c;
    }
    const char *name = text[0] ? strstr(text + last + 1, ",ccs=") : NULL;
    if (name)
        read_encoding(&mode, name + strlen(",ccs="));
    return mode;
}

static inline bool is_encoding(const char *name)
{
    iconv_t conversion = *name ? iconv_open("WCHAR_T", name) : (iconv_t)-1;
    if (conversion != (iconv_t)-1)
        iconv_close(conversion);
    return conversion != (iconv_t)-1;
}
