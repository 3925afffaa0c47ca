// <uchar.h>: C23's conversions between the locale's characters and UTF-8, a byte at a time. Source: C23 7.30.1.
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>

/// What a half-done conversion leaves in the caller's mbstate_t, which has eight bytes. The mark tells it from the state of mbrtowc,
/// so that a fresh one, all zero, begins anew.
struct pending { uint32_t bytes; uint8_t count, done; uint16_t mark; };
enum { MARK = 0x8c8c };
_Static_assert(sizeof(struct pending) <= sizeof(mbstate_t), "the state fits");

static struct pending load(const mbstate_t *state)
{
    struct pending p;
    memcpy(&p, state, sizeof p);
    return p.mark == MARK ? p : (struct pending){0};
}

static void store(mbstate_t *state, struct pending p)
{
    p.mark = p.count ? MARK : 0;
    if (!p.count)
        p.done = 0, p.bytes = 0;
    memcpy(state, &p, sizeof p);
}

/// The next byte of the UTF-8 form of a character: a character's first byte consumes input, the others return (size_t)-3.
size_t mbrtoc8(unsigned char *to, const char *from, size_t size, mbstate_t *state)
{
    static mbstate_t own;
    if (!state)
        state = &own;
    if (!from)
        return mbrtoc8(NULL, "", 1, state);
    struct pending p = load(state);
    if (p.count) {
        if (to)
            *to = (unsigned char)(p.bytes >> 8 * p.done);
        if (++p.done == p.count)
            p.count = 0;
        store(state, p);
        return (size_t)-3;
    }
    wchar_t character;
    size_t used = mbrtowc(&character, from, size, state);
    if (used > SIZE_MAX - 3)
        return used;
    uint32_t c = (uint32_t)character;
    unsigned char out[4];
    int length = 0;
    if (c < 0x80)
        out[length++] = (unsigned char)c;
    else if (c < 0x800)
        out[length++] = (unsigned char)(0xc0 | c >> 6);
    else if (c < 0x10000)
        out[length++] = (unsigned char)(0xe0 | c >> 12), out[length++] = (unsigned char)(0x80 | (c >> 6 & 63));
    else
        out[length++] = (unsigned char)(0xf0 | c >> 18), out[length++] = (unsigned char)(0x80 | (c >> 12 & 63)), out[length++] = (unsigned char)(0x80 | (c >> 6 & 63));
    if (c >= 0x80)
        out[length++] = (unsigned char)(0x80 | (c & 63));
    if (to)
        *to = out[0];
    if (length > 1) {
        p = (struct pending){.count = (uint8_t)length, .done = 1};
        for (int i = 0; i < length; i++)
            p.bytes |= (uint32_t)out[i] << 8 * i;
        store(state, p);
    }
    return used;
}

/// Takes one byte of UTF-8; the last one of a character writes the character, those before it write nothing and give 0.
size_t c8rtomb(char *to, unsigned char byte, mbstate_t *state)
{
    static mbstate_t own;
    char ignored[MB_LEN_MAX];
    if (!state)
        state = &own;
    if (!to)
        byte = 0, to = ignored;
    struct pending p = load(state);
    if (p.count == 0) {
        if (byte < 0x80)
            return wcrtomb(to, (wchar_t)byte, state);
        if (byte < 0xc2 || byte > 0xf4)
            goto bad;
        p = (struct pending){.count = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4, .done = 1, .bytes = byte};
        store(state, p);
        return 0;
    }
    unsigned char first = (unsigned char)p.bytes;
    // The second byte alone tells overlong forms, surrogates and numbers that are too large.
    unsigned char least = p.done == 1 ? first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80 : 0x80;
    unsigned char most = p.done == 1 ? first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf : 0xbf;
    if (byte < least || byte > most)
        goto bad;
    p.bytes |= (uint32_t)byte << 8 * p.done++;
    if (p.done < p.count) {
        store(state, p);
        return 0;
    }
    uint32_t c = p.count == 2 ? first & 31 : p.count == 3 ? first & 15 : first & 7;
    for (int i = 1; i < p.count; i++)
        c = c << 6 | (p.bytes >> 8 * i & 63);
    memset(state, 0, sizeof *state);
    return wcrtomb(to, (wchar_t)c, state);
bad:
    errno = EILSEQ;
    return (size_t)-1;
}
