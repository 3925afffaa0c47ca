// <stdio.h>, <wchar.h>: what glibc's inlined stream functions call when the buffer they look at is used up. musl's streams give them
// an empty one, so every character comes through here.
#include <stdio.h>
#include <wchar.h>

/// The next byte without taking it, or EOF.
int __underflow(FILE *stream)
{
    int c = getc_unlocked(stream);
    return c == EOF ? EOF : ungetc(c, stream);
}

/// The next byte. musl's function of this name reads past the buffer.
int __uflow(FILE *stream) { return getc_unlocked(stream); }

/// The next wide character without taking it, or WEOF.
wint_t __wunderflow(FILE *stream)
{
    wint_t c = fgetwc_unlocked(stream);
    return c == WEOF ? WEOF : ungetwc(c, stream);
}

wint_t __wuflow(FILE *stream) { return fgetwc_unlocked(stream); }
wint_t __woverflow(FILE *stream, wint_t c) { return fputwc_unlocked((wchar_t)c, stream); }
